"""The words that stand around articles: between a provision and its law, and between one citation and the next."""

import re

from rights_search.citations.spaces import compiled

#: A word may be broken over lines: “artí-\nculo”.
KEYWORD = compiled(
    r"(?<!\w)(?P<word>ar(?:-\n)?ti(?:-\n)?(?:cu(?:-\n)?lo(?:\[s\]|s?)|cles?|gos?)|arts?\.?)\s{0,3}(?:n[o.º°]{1,3}\s?|as\s|\(\s(?=\d)|,\s(?=\d{1,3}\.\d))?"
    r"(?=\d|[ivx]{1,7}(?!\w)|premier(?!\w))"
)
LETTERED = re.compile(r"\b(?:[Aa]rt[ií]culo|[Aa]rticle)\s([A-O])(?!\w|['’])")
#: “los siguientes artículos de la Convención: 1 (Obligación de Respetar), 4 y 5”: the law stands first.
LAW_FIRST = compiled(r"(?<!\w)(?:articulos|articles)\s+(?:de|of)\s+(?:la|el|the)\s+")
COLON = compiled(r"\s*(?:\([^()]{0,90}\)\s*)?:\s*(?=\d)")
#: “los derechos contenidos entre los artículos 3 y 25”: all of them; “la relación entre los artículos 8 y 25” is two.
ALL_BETWEEN = compiled(
    r"(?<!\w)(?:(?:contenid|comprendid|consagrad|reconocid|establecid|previst|enunciad|recogid)[oa]s?\s+entre\s+los"
    r"|(?:contained|comprised|enshrined|recognized|set\s+(?:out|forth)|found|established)\s+between)\s+$"
)
#: Between the provisions and the law: “(rights of the child) of the”, “, contenidos en la”, “de la citada”.
RUBRIC = r"(?:\s*\((?!\s?art)[^()\d]{3,90}\))?"
DETERMINER = (
    r"(?:(?:l[aeo]s?|los|el|[oa]s?|the|est[ae]|ess?[ae]|aquel(?:l?[aeo]?)|ce[st]?|cette|(?:l[ae])?dit[aeo]?|(?:deuxieme|second|segundo)(?=\s+protocol[eo]\s*[,;.)])|la\s+presente|el\s+presente|present|presente|this|that|sa|suas?|seus?"
    r"|(?:antes|ya|arriba)(?=\s+(?:citad|mencionad|referid|dich)[oa])|these|said|such|dich[oa]|citad[oa]|mencionad[oa]|referid[oa]|propi[oa]|aforementioned|above-mentioned|mism[oa]|mesm[oa]"
    r"|same|meme|sus?|its|their|nuev[oa]|vigente|actual|new|current|provisional|federal|national"
    r"|(?:state(?:\s+party)?|country|nation)['’]s)\s+){0,3}"
)
OF = compiled(
    r"(?=[\s(.,\[abtirdo])"
    + RUBRIC
    + r"\.?\s*,?\s*"
    + r"(?:(?=[\[atbir])(?:\[?ambos\]?|ambas|todos|both|all|inclusive|respectively|respectivamente)\s*,?\s+)?"
    + r"(?=[\[od])\[?(?P<of>(?:d(?=(?:est|ess|aquel)[ae](?!\w)|el[ae](?!\w|\s+[a-z]{4}))|de\s+l'|del?"
    + r"|of(?!\s+the\s+facts?\b)|du|da|do(?!\s+not))\]?)"
    + r"\s*(?:(?<=[\s'l\]])|(?<=\sd)(?=[ea])|(?<=\sdu)(?=dit\s))"
    + DETERMINER
    + r"\[?"
)
#: “article 16, on the right to health, of the African Charter”: what an article is about, in front of its law.
HEADED = compiled(
    r"\s*,?\s+(?:on|sobre|relativ[oa]s?\s+al?|concerning|relating\s+to)\s+(?:(?!\bart)[^.;()]){5,90}?,?\s(?:of|del?)\s+"
    r"(?:(?:the|la|el)\s+)?"
)
#: “of the 1966 International Covenant”, “of the ILO Indigenous and Tribal Peoples Convention”.
YEAR = compiled(r"(?:(?:19|20)\d\d|ilo|un|united\s+nations|unesco|oas)\s+")
#: “del artículo 1.1 (en relación con los artículos 7 y 4) de la Convención”.
IN_RELATION = compiled(
    r"\((?:en\s+(?:relacion|conexion)\s+con|in\s+(?:relation|conjunction)\s+(?:to|with))\s+(?:(?:el|los|the)\s+)?$"
)
IN = compiled(
    RUBRIC
    + r"\s*,?\s*(?:(?:contenid|establecid|previst|consagrad|reconocid|recogid|garantizad|protegid)[oa]s?\s+(?:en|por)"
    r"|(?:enshrined|contained|provided\s+for|recognized|guaranteed|protected|set\s+(?:out|forth))\s+(?:in|by|under)"
    r"|under|in|en|to)\s+" + DETERMINER
)
#: “general comment No. 2 on article 2, paras. 3 and 16”: the paragraphs are the comment's.
COMMENT_ON = compiled(
    r"(?:general\s+(?:comment|recommendation)|(?:observacion|recomendacion)\s+general)[^.;]{1,12}[^;]{0,90}$"
)
ITS_PARAGRAPHS = compiled(r"\d{1,3},\s(?:paras?\.?|parrs?\.)\s")
#: “el artículo 9 de la Convención Americana, en relación con el 2 y el 4”: of the same law.
RELATED_MORE = compiled(
    r"\s*,?\s*(?:en\s+(?:relacion|conexion|concordancia)\s+con|read\s+with|in\s+(?:relation|conjunction)\s+(?:to|with))"
    r"\s+(?:(?:el|los|its?|their)\s+)?(?=\d)"
)
#: A journal's article: “Frontiers in Psychology, vol. 9 (2018) art. 2462”.
JOURNAL = compiled(r"\((?:19|20)\d\d\),?\s*art\.\s*\d{4}$")
#: The instrument named last, behind “de”: “la misma”, “del mismo instrumento”, “of that treaty”, “de esta”.
SAME = compiled(
    r"\s*(?:(?:l[aeo]|el|the|o|a|es[ae]|est[ae]|cet(?:te)?|ce|ess[ae])\s+)?"
    r"(?:(?:(?:mism|mesm|dich|citad|referid|mencionad|aludid)[oa]|meme|same|this|that|said|est[ae]|ese)\s+)?"
    r"(?:tratado|instrumento|cuerpo\s+(?:legal|normativo)|diploma(?:\s+legal)?|treaty|instrument|traite)(?!\w)"
    r"|\s*(?:l[ao]|el|the|o|a)?\s*\[?(?:(?:mism|mesm)[oa]|same)"
    r"(?!\w|\s+(?:ley|norma|constitucion|codigo|reglamento|decreto|texto\s+(?:reglamentario|legal)|act|law|code|statute|constitution|lei|constituicao|regulamento)(?!\w))"
    r"|\s*(?:cel(?:le|ui)-ci|cette\s+derniere|ce\s+dernier)(?!\w)|\s*(?:l[ao]|el)\s+ultim[oa](?=\s*[,;.)])|\s*est[ae](?=\s*[,;.)]|\s+ultim[oa](?!\w))(?:\s+ultim[oa])?"
)
#: “o artigo 25.º desta enuncia”, and not “desta Lei”; “l'article 55 du même texte”.
THIS_ONE = compiled(
    r"(?<=\sd)(?:est|ess|el)[ae](?!\w|\s+(?:leis?|const|conv|cart|codi|decl|prot|pact|estat|regu|decr|dipl|trat|acor|reso|seca?|sess|part|titu|capi|cort|trib|comi|mesm|ultim|norm|text|inst|mate|emen))"
    r"|\s?(?:mesmo|meme)\stext[eo](?:\s(?:constitu\w{5,8}|f[ou]ndamental))?(?!\w)"
)
#: The first and the second of two that were named together: “o artigo 10.º da primeira e o artigo 7.º da segunda”.
ONE_OF_TWO = compiled(
    r"\s*(?:l[ae]\s+|the\s+|l[ao]\s+|el\s+)?(?:(?P<first>primeir[oa]|premiere?|primer[oa])|segund[oa]|seconde?)(?=\s*[,;.)]|\s+(?:y|et?|and)\s)"
)
#: Laws that are feminine in Spanish.
FEMININE = compiled(r"ley|lei|constitui?cion?|constituicao|ordenanza|resolucion|c(?:re|rp|ra|rm|f)(?!\w)")
#: “Do Tratado Revisto da CEDEAO”: a treaty by its name.
ANOTHER_TREATY = re.compile(
    r"(?:Tratado|Traité|Treaty)\s(?:(?:d[aeou]s?|del|of|the|las?|los|sobre|sur|on)\s){0,2}[A-ZÁÉÍÓÚ]"
)
#: … and the one before it: “de aquella”.
THE_FORMER = compiled(r"\s*(?:aquell?[ao]?|the\s+former)(?!\w)(?:\s+(?:tratado|instrumento))?")
THEREOF = compiled(r",?\s(?:thereof|ibi?d(?:em)?\.?)(?!\w)")
#: “the Convention on the Rights of Persons with Disabilities, article 24 of which”.
OF_WHICH = compiled(r"\s+(?:of\s+which|del\s+cual|de\s+la\s+cual)(?!\w)")
#: In front: “See ibid., art. 33”.
IBID = compiled(r"(?<!\w)(?:ibi?d(?:em)?|idem)\.?,?\s*$")
#: Citations that share a law with the next: “article 7, read with article 2 of the Covenant”.
READ_WITH = (
    r"(?=,?\s*[a-z])(?:,?\s*(?:(?:read|taken|considered|conjugad[oa]s?|combines?|leid[oa]s?|interpretad[oa]s?|tomad[oa]s?|considerad[oa]s?|lus?|lue?s?|lid[oa]s?)\s+)?"
    r"(?:(?:both\s+)?(?:alone|separately|por\s+si\s+(?:sol[oa]s?|mism[oa]s?)|sol[oa]s?|por\s+separado)\s*,?\s*(?:y|and|or|o|e)?\s*)?"
    r"(?:leid[oa]s?\s+|read\s+)?"
    r"(?:(?:in\s+)?(?:conjunction|conjunto|conexion|connection|relation|relacion|relacao|concordancia|conjuncion|conjonction)"
    r"\s+(?:with|con|to|ao?s?|com|avec)|en\s+(?:relacion|conexion|concordancia|conjunto)\s+con|em\s+relacao\s+ao?s?"
    r"|conjuntamente\s+con|juntamente\s+con|junto\s+con|together\s+with|lu\s+conjointement\s+avec|with|con|com|avec|c/c"
    r"|a\s+la\s+luz\s+del?|in\s+(?:the\s+)?light\s+of))"
)
ARTICLE_THE = r"\s*(?:(?:of|el|los|del|de\s+los|the|l'|les|o|os|a|ao|aos|nos?|dos?|des|de\s+l'|aux?|a\s+l')\s*)?"
#: “8 y/o 25”: one, the other, or both.
AND_OR = r"(?:y|e|and|et)\s?/\s?(?:o|u|or|ou)"
#: Between two citations, without a heading in brackets and a note's number: “8 (Garantías Judiciales)12 y el artículo”.
HEADING = compiled(RUBRIC + r"\d{0,3}")
JOINED = compiled(rf"\s*(?:,?\s*(?:{AND_OR}|y|e|and|or|o|et|asi\s+como|as\s+well\s+as)\b|,|{READ_WITH}){ARTICLE_THE}")
RELATED = compiled(rf"\s*{READ_WITH}{ARTICLE_THE}")
#: More provisions behind a law's name, of another one: “5.6 de la CADH y 10.1 del PIDCP”.
MORE = compiled(
    r"\d{0,3}(?:\s*\([^()]{3,80}\))?\s*(?:[,;]|(?=y\s|e\s|and\s|et\s|asi\s|as\s|en\s))\s*"
    r"(?:(?:y|e|and|et|asi\s+como|as\s+well\s+as|en\s+relacion\s+con(?=\s+el\s+\d))\s+)?"
    r"(?:(?:de\s+)?(?:el|los|the|les|os)\s+)?(?=\d|[ivx]{1,7}(?!\w))"
)
CONSTITUTIONAL = compiled(r",?\s(?P<word>(?:constitucional|superior)(?:es)?)(?!\w)")
#: The rest of a law's title: “Código de Procedimiento Penal Militar y 326 del …”.
TITLE = re.compile(
    r"(?:\s(?:de|del|la|las|los|el|sobre|para|of|the|on|y(?=\s[A-ZÁÉÍÓÚÑ])|[A-ZÁÉÍÓÚÑ][\wáéíóúñ]*)(?![\wáéíóúñ])){1,12}"
)
#: What a case says of the treaty it is brought under, and hardly of another law.
CLAIM = compiled(
    r"(?<!\w)(?:violat(?:ion|ions|ed|es|ing)|breach(?:es|ed)?|rights?\s+under|claims?\s+under|complaints?\s+under|victims?\s+of"
    r"|(?:in\s+contravention\s+of|contrary\s+to|inconsistent\s+with|contrari[oa]s?\s+al?|en\s+contravencion\s+del?)"
    r"|(?:in)?admissible\s+under|violaci(?:on|ones)|vulner(?:acion|aciones|o|aron|ado|ar)|infracci(?:on|ones)|viol(?:o|aron|ado|ar)"
    r"|derechos?\s+(?:reconocid|consagrad|protegid|garantizad|establecid)os?\s+(?:en|por)|violacao)(?!\w)[^.;]{0,60}$"
)
#: … but for one with a number: “violación al decreto 180 de 1988, en su art. 22”.
NUMBERED_LAW = compiled(
    r"(?<!\w)(?:decreto|dcto|ley|reglamento|act|decree|law)\.?\s+(?:legislativo\s+|supremo\s+|n\w{0,5}[.º°]*\s*)?\d"
)
#: How far before the article that may stand.
CLAIMED = 120
#: A law named farther before than this is another paragraph's.
FARTHEST = 3000
#: Whoever applies the law of a State, in a sentence with an article of no named law.
NATIONAL = compiled(
    r"(?<!\w)(?:fiscal(?:ia|es)?|juzgados?|juez(?:a|as)?|jueces|magistrad[oa]s?|ministeri[oa]s?|policia|congreso|prosecutors?"
    r"|(?:district|regional|supreme|county|first-instance|appeal)\s+courts?|court\s+of\s+(?:appeal|first|cassation)|police)(?!\w)"
)
#: … and a judge by name: “la jueza Macaulay”.
JUDGE_NAMED = re.compile(r"(?:juez|jueza|magistrad[oa])\s+[A-ZÁÉÍÓÚ][a-záéíóú]")
#: “… cultural life and the arts. 2. States Parties shall”: the word ends a sentence, the number begins the next.
ARTS_AT_AN_END = re.compile(r"arts\.\s+\d{1,2}\.\s+[A-Z]")
DOTTED = re.compile(r"\d\.\d")
DECLARATION = compiled(r"(?<!\w)(?:declaration|declaracion)(?!\w)")
#: What makes a bare article one of another text than the treaties: “draft article 16”, “(art. 2)”, “Principle 4, …”.
OF_OTHERS = compiled(
    r"(?:draft\s+|proyecto\s+de\s+|\(|declaration|declaracion|recommendation|recomendacion|principle[^.]{0,40})$"
)
#: A part that is counted in words, and has no number to resolve: “art. 314, inciso segundo, de la Constitución”.
ORDINAL = compiled(
    r"\s*,?\s*(?:(?:inciso|parrafo|numeral|apartado)\s+(?:primero|segundo|tercero|cuarto|quinto|sexto|septimo|octavo|unico|final"
    r"|ultimo)|(?:primer|segundo|tercer|cuarto|ultimo)\s+(?:inciso|parrafo)|in\s+fine"
    r"|(?:seccion|section)\s+[ivx\d]{1,5}|nouve(?:au|lle)"
    r"|(?:premi|deuxi|troisi|derni)(?:er|ere|eme)\s+(?:phrase|alinea)|seconde?\s+(?:phrase|alinea)"
    r"|(?:primeir|segund|terceir|ultim)[oa]\s+(?:frase|parte|periodo)|paragrafo\s+unico"
    r"|(?:first|second|third|last)\s+(?:sub)?(?:paragraph|sentence)"
    r"|(?:and|y)\s+(?:(?:those|los)\s+)?(?:following|siguientes|concordantes|ss\.)|et\s+seq\.?"
    r"|(?:or|and|o|y|ni)\s+(?:their|its|sus?)\s+(?:sub-?paragraph|paragraph|parrafo|inciso|apartado)s?\s*,?)(?!\w)"
)
#: The article named last, of which only a part is named now: “los párrafos 1 y 2 del citado artículo”.
THAT_ARTICLE = compiled(
    r"(?:(?<!\w)|(?<=\sd)(?=esse\s)|(?<=\sdu)(?=dit\s))(?:(?:citado|dicho|ese|esse|cet|that|(?:ce\s)?meme|(?:le)?dit|dito|mismo|mesmo|referido|mencionado|aludido|said|same|aforementioned)\s+(?:articulo|article|artigo|preceito|precepto|dispositivo)"
    r"|(?:same|said|that)\s+provision|(?:misma|dicha|citada)\s+disposicion"
    r"|mismo(?=\s*[.,;])"
    r"|(?:articulo|article)\s+(?:citado|referido|mencionado|aludido))(?!\w|\s*\d)"
)
#: The article that a text of a law is itself, or that it has just quoted: “paragraph 1 of this article”.
THIS_ARTICLE = compiled(
    r"(?:(?<!\w)|(?<=\s[dn])(?=est[ea]\s))(?:(?:this|present|este|presente)\s+(?:article|articulo|artigo)|this\s+provision|(?:present|cet)\s+article"
    r"|(?<=of\sthe\s)article|(?<=\sdel\s)articulo)(?!\w|\s*\d|\s+[ivx]+(?!\w)|\s+(?:anterior|precedent))"
)
#: … or the one before it.
ARTICLE_BEFORE = compiled(
    r"(?<!\w)(?:(?:articulo|artigo)\s+(?:anterior|precedente)|preceding\s+article|article\s+precedent)(?!\w)"
)
#: … and the paragraph of it that these words stand in.
THIS_PARAGRAPH = compiled(
    r"(?<!\w)(?:(?:this|present)\s+paragraph|(?:este|presente)\s+(?:parrafo|apartado))(?!\w|\s*\d)"
)
#: “sobre los artículos 5 y 25 de la A) Alegatos”: the law's name was lost where a heading begins.
NEXT_HEADING = re.compile(r"[A-Z]\)\s|[IVX]{1,5}\.(?:\d|\s|$)")
#: “la obligación conforme al artículo 25 de proporcionar recursos”.
INFINITIVE = compiled(r"(?<=\sde\s)[a-z]{3,}(?:ar|er|ir)(?!\w)")
#: “El artículo 8.1, de otra parte, dispone”.
ANOTHER_PHRASE = compiled(
    r"(?:una?(?=\s)(?!\s+(?:ley|codigo|tratado|convenio|convencion|protocolo|reglamento|decreto|constitucion))"
    r"|(?:all|any|every|each|persons|individuals|those|quien(?:es)?|cualquier|tod[oa]s?\s+(?:l[ao]s?|quien))"
    r"|otr[oa]s?\s+(?:parte|lado|modo|manera|forma)|(?:un\s+|una\s+)?(?:modo|manera|forma)|conformidad|acuerdo\s+(?:con|a))(?!\w)"
)
#: In a law's own text, “referred to in Article 16 of the following particulars”: no law's name.
SMALL_WORD = re.compile(
    r"(?!(?:conven|coven|pact|protoc|charter|carta|statut|estatut|constitu|trait|tratad|treat|agreement|acuerdo|ley|law|act|code"
    r"|códig|lois?\b|leis?\b|décret|decret|ordonnance|arrêté|règlement|regulam|portaria|regul|reglam|rules|declara|instrument(?!s\b)|presente?\b|prim|segund|first|second|dich|cita|menciona|referid|mism|mesm|même|est[ea]\b|ess[ea]\b|ce(?:t|tte)?\b|dit[oa]?\b|deux|seconde?\b|és?t|aquel|its\b|sus?\b))"
    r"[a-záéíóúñ]{2,}"
)
#: … nor “Part II”: “artículos 1 a 31 de la Parte II de la presente Carta”.
DIVISION = compiled(r"(?:parte?|titulo|title|capitulo|chapter|seccion|section)\s+[ivx\d]{1,5}(?!\w)")
#: A code's initials straight behind the number: “art. 12 COIP”.
SPACES = compiled(r"\s*")
THE_LAW = compiled(r"\s*,?\s+(?:l[ao]|el|the|dich[oa]|est[ea]|es[ea])\s+")
INITIALS = compiled(r"\s+(?:[A-Z]{2,8}|[A-Z]{2,4}[a-z]{2,5})(?!\w)")
JUST_BEFORE = compiled(
    r"\s*[,:(]?\s*(?:\(\s*)?(?:(?:19|20)\d\d,\s)?(?:part[e]?\s[ivx]{1,5},\s)?(?:(?:y\s+|and\s+)?(?:e[nm]\s+particular|em\s+especial|en\s+particulier|notamment|specialement|nomeadamente|designadamente|notadamente|mormente|especialmente|incluid[oa]s?|in\s+particular|particularly|especially"
    r"|including|notably|sobre\s+todo|entre\s+otros|particularmente)\s*,?\s+)?"
    r"(?:l[ao]s\s+(?:emanad|derivad|contenid|establecid|previst|dispuest|consagrad)[oa]s?\s+(?=de|en)|[oa]s\s+(?=d[oa]s?\s)|ce(?:ux|lles)\s+(?=de))?(?:(?:en|con|de)\s+(?:sus?|los?|el)|del|of|in(?:\s+its)?|sus?|its|cuyos?|cujos?|dont\s+l(?:'|es)|whose"
    r"|los?|el|the|n?[oa]s?|d[oa]s(?:\s+seus)?|(?:em\s+)?seus?|des|(?:dans|en|a)\s+(?:son|ses|l'|les)|ses|son)?\s*"
)
#: Behind a clause: “la Convención contra la Tortura establece en su artículo 8”, “in its preamble and article 1”.
ITS = compiled(
    r"[\s,(](?:(?:en|por|de|con|segun|conforme\s+a)\s+sus?|(?:in|of)\s+its|under\s+its|by\s+its|cuyos?|cujos?|dont\s+les|em\s+seus?|nos?(?=\s+seus?\s)|(?:dans|en|a)\s+(?:son|ses)|seus?|nos\s+seus"
    r"|(?:in|en|dans|em|no)\s+(?:its|su|son|seu)\s+pream[a-z]{2,4}\s+(?:and|y|et|e)(?:\s+(?:in|en|em|no|el|los|l'))?)\s+$"
)
ITS_LONG = 28
#: A sentence that goes on about the law of the one before it: “Its article 1 defines it.”
BEGINS_WITH_ITS = compiled(
    r"(?:(?:ademas|asimismo|igualmente|tambien|finalmente|furthermore|moreover|also|similarly|likewise),?\s+)?(?:(?:en|in|under|em|dans|a)\s+)?(?:its|sus?|seus?|son|ses|o\s+seu|os\s+seus)\s+"
)
#: A sentence about the treaty that the one before it named.
LATTER = compiled(
    r"(?:(?:this|it|ello|esto)\s+(?:implies|means|includes|requires|entails|implica|significa|incluye|supone|exige)"
    r"|est[ae]\s+ultim[oa]|(?:el|este|ese|dicho)\s+(?:tratado|instrumento)|the\s+latter|(?:the|this|that)\s+(?:treaty|instrument))(?!\w)"
)
#: A bracket with articles and nothing else, and the full stop behind it.
CLOSES_A_SENTENCE = compiled(r"art[^()]{1,80}\)\s?\.")
BRACKET_ENDS = compiled(r"[;()\n]")
CLAUSE_ENDS = compiled(r"[.;:()\n]")
#: What belongs to the name of a law named just before: “Convenio núm. 189 de la OIT (2011), cuyo artículo 14”; its last
#: bracket, “Convention, 2019 (No. 190), arts. 4–11”, too.
NAME_ENDS = compiled(
    r"\)?(?:,?\s+(?:de\s+l'oit|da\s+oit|de\s+la\s+(?:oit|organizacion\s+internacional\s+del\s+trabajo(?:\s+\(oit\))?)"
    r"|of\s+the\s+(?:ilo|international\s+labou?r\s+organi[sz]ation(?:\s+\(ilo\))?)|de\s+(?:las\s+)?naciones\s+unidas|of\s+the\s+united\s+nations))?(?:\s*\([^()]{1,60}\))?"
    r"(?:,?\s(?:(?:of|de)\s)?(?:19|20)\d\d(?!\d))?"
    # “ILO Convention No. 155 concerning Occupational Safety and Health, art. 3”
    r"(?:\s+(?:concerning|relativo\s+al?)\s+(?:(?!\bart)[^.;:()\d]){3,80}?(?=,\s+art))?"
    # “del Protocolo Adicional I (de 1977) a las Convenciones de Ginebra sobre … (de 1949), artículo 75”
    r"(?:\s+(?:a\s+l[ao]s|to\s+the)\s+(?:convenios|convenciones|geneva\s+conventions)[^.;,()]{0,80}(?:\([^()]{1,20}\))?)?"
)
#: What another treaty provides, in a text that has its own: “the Covenant proclaims it in a general way in article 6”.
PROVIDES = compiled(
    r"(?:,\s(?:19|20)\d\d)?\)?\s*,?\s*(?:(?:also|further|se|tambien)\s+)?(?:says|defines|develops|enshrines|provides|proclaims|recogni[sz]es|establishes|states|guarantees|stipulates"
    r"|sets\s+out|requires|prohibits|protects|reconoc|reconhec|consagr|consacr|establec|estabelec|garant|dispo[nes]|preve|prevoi|proclam|contempl|enunci|enonc|remet)[a-z]*(?!\w)"
    r"[^.;:()\n]{0,200}?(?<!\w)(?:(?:in|en|nos?)\s+(?:(?:the|el|los)\s+)?|a\s+(?:l'|les\s|son\s|ses\s))"
)
#: “la remisión del artículo 75 a la Convención de Viena”: the article is not of the law it leads to.
LEADS_TO = compiled(r"\s+(?:al?|to)\s+(?:(?:l[ao]s?|el|the)\s+)?")
#: “À luz do artigo 12.º”.
IN_THE_LIGHT = compiled(
    r"(?<!\w)(?:in\s+(?:the\s+)?light\s+of|a\s+la\s+luz\s+del?|a\s+luz\s+d[oe]s?|a\s+la\s+lumiere\s+d(?:e\s+l'|es))\s*(?:los\s+|the\s+)?$"
)
#: A treaty in its own words, quoted: “un Estado parte del presente Protocolo”.
PRESENT = compiled(r"(?<!\w)presente?\s+$")
DRAFT = compiled(r"(?<!\w)(?:proyecto\s+de|borrador\s+del?|draft)\s+$")
ANNEX = compiled(r"(?:anexo|annex|apendice|appendix)(?!\w)")
#: “en su artículo 31, este instrumento reconoce”.
POINTING = compiled(
    r"\s*,\s+(?:est[ea]|dich[oa]|es[ea]|the|this|that)\s+(?:tratado|instrumento|convenio|convencion|pacto|instrument|treaty)(?!\w)"
)
#: A bracket that closes behind a law, and one within a clause.
CLOSING = compiled(r"[”\"’]?\),?\s?$")
ASIDE = compiled(r"\([^().;:\n]{1,40}\)")
#: Where a sentence begins, roughly: enough to see what else it names. Not behind “art.”, “párr.”, “No.”.
SENTENCE = compiled(
    r"[.:?!](?<!art\.)(?<!arts\.)(?<!rr\.)(?<!rrs\.)(?<!ara\.)(?<!aras\.)(?<!No\.)(?<!úm\.)(?<!inc\.)(?<!lit\.)(?<!num\.)"
    r"(?<!\sal\.)(?<!\sals\.)(?<![\s(]par\.)(?<!\sn\.)(?<!\slet\.)(?<!litt\.)(?<!\sch\.)(?<!Cf\.)(?<!cf\.)(?<!\sc\.)(?<!n\.os)"
    r"(?<!Art\.)(?<!Arts\.)(?<!Cfr\.)(?<!Vs\.)(?<!vs\.)(?!(?<=\sno\.)\s\d)\s+(?=[A-ZÁÉÍÓÚ¿¡“\"(\d])|\n\s*"
)
#: So near behind an article a law is not another matter.
BESIDE = 20
#: How far behind it its law may stand that a list leads to: “8 197, 19 198 y 25 199 de la Convención” …
NEARBY = 45
OF_THE = compiled(r"(?<!\w)(?:del?|of|du|da|do)\s+(?:(?:l[ao]|el|the|dich[oa]|est[ea]|said)\s+)?$")
#: … where no longer words stand in between than these.
LONGER = compiled(
    r"\(|(?<!\w)(?!(?:articulos?|arts?|los|las|the|ambos|comun(?:es)?|letras?|incisos?|numeral(?:es)?|[ivx]+)(?!\w))[a-z]{3}"
)
#: How far back a law named before an article may stand: “el Código Penal, en su artículo 12”.
NEAR = 90
#: … and how far what a sentence names counts: sentences are short, hostile ones are not.
FAR = 500
