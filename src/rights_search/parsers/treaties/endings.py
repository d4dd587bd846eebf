"""Where an instrument's own words end: by a closing formula, or by what others added to it."""

import re

#: What comes after the last article: where and when it was done, who signed, who certified.
CLOSING = re.compile(
    r"(?:en (?:fe|testimonio) de lo cual|hech[ao] en|dad[ao] en|suscript[ao] en|por tanto[,.]"
    r"|in (?:witness|faith) [wt]?here?of|(?:and )?done (?:at|in) |the foregoing is the authentic|es copia fiel"
    r"|certifico que|i hereby certify|je certifie|el instrumento de (?:adhesi[oó]n|ratificaci[oó]n)|en foi de quoi"
    r"|fait [àa] |\(sd\.\)|mando a todos los|em f[eé] do que|la presente convenci[oó]n fue (?:adoptada|suscrita)"
    r"|el presente (?:convenio|pacto|protocolo) entr[oó]|entrada en vigor\.)",
    re.IGNORECASE,
)
#: What States and secretariats add to a treaty: reservations, statuses, corrections.
ADDED = re.compile(
    r"(?:declaraci[oó]n(?:es)?|reservas?|declarations?|reservations?|estados?\spartes?"
    r"|proc[eè]s-verbal|(?:foot|end)notes|nota[s:]|notas del"
    r"|texto de las? (?:reserva|declaraci)|acta de (?:rectificaci|correcci)|correcci[oó]n|objecion(?:es)?"
    r"|recommendation|recomendaci[oó]n|final act|acta final|resolution|resoluci[oó]n)\b.{0,160}",
    re.IGNORECASE,
)
