r"""The formulas of the European and the African Court, in the languages of their judgments.

Where a Court decides ("FOR THESE REASONS, THE COURT", "PAR CES MOTIFS, LA COUR"), where that ends ("Done in English",
"Fait en français"), and how separate opinions and annexes are headed.
"""

import re

#: Where the Court begins to decide. In small letters only a line that is nothing else: reasons may begin so as well.
REASONS = re.compile(
    r"(?:FOR THESE REASONS|PAR CES MOTIFS|POR EST[AE]S (?:RAZÕES|MOTIVOS)|PEL[AO]S (?:RAZÕES|MOTIVOS) EXPOST[AO]S)\b"
    r"|(?i:(?:for these reasons|par ces motifs|por est[ae]s (?:razões|motivos)|pel[ao]s (?:razões|motivos) expost[ao]s)"
    r"(?:,? ?(?:the court|la cour|o tribunal))?(?:,? ?(?:unanimously|by (?:a )?(?:majority|\w+ votes)|à l.unanimité"
    r"|à la majorité|par \w+ voix|por (?:unanimidade|maioria|\w+ votos))[^.;]{0,80})?\s?[,:]?$)"
)
#: The Court's name or the vote, on a line of its own between that and the first point.
COURT = re.compile(r"(?:the court|la cour|o tribunal)\b[^.;]{0,60}[,:]?$", re.IGNORECASE)
VOTE = re.compile(
    r"(?:and,? )?(?:unanimously|by (?:a )?(?:majority|\w+(?: \(\d+\))? votes)|(?:et,? )?à l.unanimité|(?:et,? )?à la"
    r" majorité|par \w+ voix|por (?:unanimidade|maioria|\w+ votos))\b[^.;]{0,200}$",
    re.IGNORECASE,
)
#: What follows the last point.
DONE = re.compile(r"(?:Done in (?:English|French)|Fait en (?:français|anglais))\b")
#: A point of an operative part whose formula is lost.
POINT = re.compile(r"\(?[a-z]\)\s+(?:that\b|qu[e'’])|\([ivx]+\)\s")
_OPINION = r"(?:OPINION|STATEMENT|DECLARATION|DÉCLARATION|OPINIÃO|DECLARAÇÃO)"
#: Capitals, but for the small letters of a French title of address: "OPINION DE Mme LA JUGE".
OPINION = re.compile(
    rf"(?:[^a-z]|(?<=M)(?:mes?|lle)\b){{0,120}}\b{_OPINION}\b(?:[^a-z]|(?<=M)(?:mes?|lle)\b){{0,160}}$"
)
#: What an opinion of the African Court is headed by, which need not be in capitals.
HEADED = re.compile(
    r"(?:(?:joint|partly|partially|separate|individual|concurring|dissenting|and) ){1,5}opinion\b[^.;]{0,120}$"
    r"|opinion (?:individuelle|dissidente|concordante|séparée|conjointe|partiellement)\b[^.;]{0,120}$"
    r"|(?:opinião|voto) (?:individual|dissidente|concordante|separad[ao]|conjunt[ao]|parcialmente)\b[^.;]{0,120}$"
    r"|(?:separate )?declaration (?:of|by) (?:judge|justice)\b[^.;]{0,120}$"
    r"|déclaration (?:du|de la) juge\b[^.;]{0,120}$"
    r"|declaração d[oa] (?:juiz|juíza|venerand[oa])\b[^.;]{0,120}$",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"(?:APPENDI(?:X|CES)|ANNEXE?S?|ANEXOS?|APÊNDICES?)\b")
