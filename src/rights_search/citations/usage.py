"""Ways of naming a treaty that differ from its title by a word or by the language; facts of usage."""

ALSO = {
    # Spanish
    "Convención Americana de Derechos Humanos": "achr",
    "Pacto de San José de Costa Rica": "achr",
    "Pacto de Derechos Civiles": "iccpr",
    "Pacto Internacional sobre Derechos Civiles y Políticos": "iccpr",
    "Pacto Internacional de los Derechos Civiles y Políticos": "iccpr",
    "Pacto Internacional sobre Derechos Económicos, Sociales y Culturales": "icescr",
    "Pacto Internacional de los Derechos Económicos, Sociales y Culturales": "icescr",
    "Pacto de Derechos Sociales, Económicos y Culturales": "icescr",
    "Declaración Universal de los Derechos Humanos": "udhr",
    "Declaración Universal de los Derechos del Hombre": "udhr",
    "Carta de la ONU": "un-charter",
    "Carta de las Naciones Unidades": "un-charter",  # so in the Spanish gazette's texts of conventions of the ILO
    "Convención Internacional sobre los Derechos del Niño": "crc",
    "Convención de las Naciones Unidas sobre los Derechos del Niño": "crc",
    "Convención de Naciones Unidas sobre los Derechos del Niño": "crc",
    "Convención sobre los Derechos del Niño y de la Niña": "crc",
    "Convención sobre Derechos del Niño": "crc",
    "Convención Internacional de los Derechos del Niño": "crc",
    "Convención de Naciones Unidas contra la Tortura": "cat",
    "Convención de Naciones Unidas contra la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes": "cat",
    "Protocolo Adicional en Materia de Derechos Económicos, Sociales y Culturales": "san-salvador",
    "Protocolo Adicional de 1988 en Materia de Derechos Económicos, Sociales y Culturales": "san-salvador",
    "Convención contra la Desaparición Forzada": "ced",
    "Convención contra las Desapariciones Forzadas": "ced",
    "Convención Internacional contra la Desaparición Forzada": "ced",
    "Convención para la Protección de Todas las Personas contra las Desapariciones Forzadas": "ced",
    "Convención sobre la Eliminación de la Discriminación contra la Mujer": "cedaw",
    "Convención para la Eliminación de Todas las Formas de Discriminación contra la Mujer": "cedaw",
    "Convención sobre la Eliminación de la Discriminación Racial": "icerd",
    "Convención sobre los Derechos de Personas con Discapacidad": "crpd",
    "Convención de las Naciones Unidas sobre los Derechos de las Personas con Discapacidad": "crpd",
    "Convención sobre los derechos de los trabajadores migratorios": "cmw",
    "Protocolo Facultativo relativo a la venta de niños, la prostitución infantil y la utilización de niños en la"
    " pornografía": "crc-opsc",
    "Protocolo Facultativo relativo a la venta de niños": "crc-opsc",
    "Protocolo Facultativo sobre la venta de niños": "crc-opsc",
    "Protocolo Facultativo relativo a la participación de niños en los conflictos armados": "crc-opac",
    "Protocolo Facultativo relativo a la participación de los niños en los conflictos armados": "crc-opac",
    "Protocolo Facultativo relativo a un procedimiento de comunicaciones": "crc-opic",
    "Segundo Protocolo Facultativo del Pacto": "iccpr-op2",
    "Segundo Protocolo Facultativo": "iccpr-op2",
    "Primer Protocolo Facultativo del Pacto": "iccpr-op1",
    "Protocolo Adicional a la Convención Americana": "san-salvador",
    "Convención Interamericana para Prevenir, Sancionar y Erradicar la Violencia contra la Mujer": "belem-do-para",
    "Convención de Belem do Pará": "belem-do-para",
    "Convención de Belém del Pará": "belem-do-para",
    # without the end of the name, as a lost link left it in a judgment
    "Convención Interamericana para Prevenir y Sancionar": "ia-torture",
    "Convención Interamericana para Prevenir y Sancionar la Violencia contra la Mujer": "belem-do-para",
    "Convención Interamericana para Prevenir y Sancionar y Erradicar la Violencia contra la Mujer": "belem-do-para",
    "Convención Interamericana sobre la Desaparición Forzada de Personas": "ia-disappearance",
    "Convención Interamericana sobre Desapariciones Forzadas de Personas": "ia-disappearance",
    "Declaración Americana de Derechos y Deberes del Hombre": "adrdm",
    "Carta de la Organización de Estados Americanos": "oas-charter",
    "Convención Europea": "echr",
    "Convención Europea de Derechos Humanos": "echr",
    "Convención Europea para la Protección de los Derechos Humanos": "echr",
    "Convención Europea para la Protección de los Derechos Humanos y de las Libertades Fundamentales": "echr",
    "Convención de Viena sobre el Derecho": "vienna-treaties",
    "Convención de Viena sobre Derecho de los Tratados": "vienna-treaties",
    "Convención de Viena": "vienna-treaties",
    "Convenio de Viena": "vienna-treaties",
    "Vienna Convention": "vienna-treaties",
    "Convención de Viena sobre las Relaciones Consulares": "vienna-consular",
    "Convección Americana": "achr",  # a slip of the pen that judgments have
    "Convención de los Derechos del Niño": "crc",
    "Convención de la Americana sobre Derechos Humanos": "achr",
    "International Convention on the Elimination of Racial Discrimination": "icerd",
    "Convention on the Elimination of Racial Discrimination": "icerd",
    "Additional Protocol to the American Convention": "san-salvador",
    "Additional Protocol to the American Convention on Human Rights": "san-salvador",
    "Additional Protocol to the American Convention on Human Rights in the Area of Economic, Social and Cultural"
    " Rights": "san-salvador",
    "I Convenio de Ginebra": "geneva-1",
    "I Convención de Ginebra": "geneva-1",
    "II Convenio de Ginebra": "geneva-2",
    "II Convención de Ginebra": "geneva-2",
    "III Convenio de Ginebra": "geneva-3",
    "III Convención de Ginebra": "geneva-3",
    "IV Convenio de Ginebra": "geneva-4",
    "IV Convención de Ginebra": "geneva-4",
    "Convention against the Torture": "cat",
    "Convention against the Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment": "cat",
    "Convention of Rights of the Child": "crc",
    "Convention on the Rights of Person with Disabilities": "crpd",  # so in a general recommendation
    "Geneva Convention I": "geneva-1",
    "Convenio de Ginebra I": "geneva-1",
    "Geneva Convention II": "geneva-2",
    "Convenio de Ginebra II": "geneva-2",
    "Geneva Convention III": "geneva-3",
    "Convenio de Ginebra III": "geneva-3",
    "Geneva Convention IV": "geneva-4",
    "Convenio de Ginebra IV": "geneva-4",
    "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the"
    " United Nations Convention against Transnational Organized Crime": "palermo-trafficking",
    "Protocolo para Prevenir, Reprimir y Sancionar la Trata de Personas, Especialmente Mujeres y Niños, que complementa"
    " la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional": "palermo-trafficking",
    "Convention of the Rights of the Child": "crc",
    "Convenio Europeo para la Protección de los Derechos Humanos": "echr",
    "Carta Africana de los Derechos Humanos y de los Pueblos": "african-charter",
    "Carta Africana sobre Derechos Humanos y de los Pueblos": "african-charter",
    "Carta Africana sobre los Derechos Humanos y de los Pueblos": "african-charter",
    "Carta de Banjul": "african-charter",
    "C. Americana": "achr",
    "Protocolo Adicional I": "geneva-ap1",
    "Protocolo Adicional II": "geneva-ap2",
    "Acuerdo Escazú": "escazu",
    "Convención de los Refugiados": "refugee-1951",
    "Convención de 1951": "refugee-1951",
    "Protocolo de 1967": "refugee-protocol-1967",
    "Declaración sobre los Derechos de los Pueblos Indígenas": "undrip",
    # English
    "African Charter on Human and People's Rights": "african-charter",
    "San Salvador Protocol": "san-salvador",
    "European Convention for the Protection of Human Rights": "echr",
    "European Convention for the Protection of Human Rights and Fundamental Freedoms": "echr",
    "American Declaration on the Rights and Duties of Man": "adrdm",
    "Universal Declaration on Human Rights": "udhr",
    "Elements of Crimes": "rome-statute",  # they are numbered by the articles of the Statute
    "Rome Statue": "rome-statute",  # a slip that official texts have
    "International Covenant of Civil and Political Rights": "iccpr",
    "International Covenant of Economic, Social and Cultural Rights": "icescr",
    "United Nations Convention against Torture": "cat",
    "1951 Convention": "refugee-1951",
    "1967 Protocol": "refugee-protocol-1967",
    "UN Convention on the Rights of the Child": "crc",
    "UN Convention against Torture": "cat",
    "Convention for the Elimination of All Forms of Discrimination against Women": "cedaw",
    "Convention on the Elimination of Discrimination against Women": "cedaw",
    "Convention on the Rights of Migrant Workers": "cmw",
    "Convention on Enforced Disappearance": "ced",
    "Convention against Enforced Disappearance": "ced",
    "International Convention against Enforced Disappearance": "ced",
    "Convention for the Protection of All Persons from Enforced Disappearance": "ced",
    "Optional Protocol on the sale of children, child prostitution and child pornography": "crc-opsc",
    "Optional Protocol on the sale of children": "crc-opsc",
    "Optional Protocol on the involvement of children in armed conflict": "crc-opac",
    "Optional Protocol on a communications procedure": "crc-opic",
    "Second Optional Protocol to the Covenant": "iccpr-op2",
    "Second Optional Protocol": "iccpr-op2",
    "First Optional Protocol to the Covenant": "iccpr-op1",
    "Vienna Convention on the Law of Treaties": "vienna-treaties",
    "1969 Vienna Convention on the Law of Treaties": "vienna-treaties",
    "Declaration on the Rights of Indigenous Peoples": "undrip",
    "Charter of the United Nations": "un-charter",
    # Portuguese
    "Convenção Americana": "achr",
    "Convenção Americana sobre Direitos Humanos": "achr",
    "Convenção Americana de Direitos Humanos": "achr",
    "Convenção de Belém do Pará": "belem-do-para",
    "Convenção Interamericana para Prevenir e Punir a Tortura": "ia-torture",
    "Convenção Interamericana sobre o Desaparecimento Forçado de Pessoas": "ia-disappearance",
    "Protocolo de São Salvador": "san-salvador",
    "Declaração Americana": "adrdm",
    "Declaração Universal dos Direitos Humanos": "udhr",
    "Declaração Universal": "udhr",
    "Pacto Internacional sobre Direitos Civis e Políticos": "iccpr",
    "Pacto Internacional dos Direitos Civis e Políticos": "iccpr",
    "Pacto Internacional sobre Direitos Econômicos, Sociais e Culturais": "icescr",
    "Pacto Internacional dos Direitos Econômicos, Sociais e Culturais": "icescr",
    "Pacto Internacional de Direitos Econômicos, Sociais e Culturais": "icescr",
    "Convenção sobre os Direitos da Criança": "crc",
    "Convenção sobre os Direitos das Pessoas com Deficiência": "crpd",
    "Convenção sobre a Eliminação de Todas as Formas de Discriminação contra a Mulher": "cedaw",
    "Convenção contra a Tortura": "cat",
    "Convenção 169 da OIT": "ilo-169",
    "Convenção Europeia": "echr",
    "Convenção Europeia dos Direitos do Homem": "echr",
    # French
    "Convention américaine": "achr",
    "Convention américaine relative aux droits de l'homme": "achr",
    "Convention américaine des droits de l'homme": "achr",
    "Convention de Belém do Pará": "belem-do-para",
    "Convention européenne": "echr",
    "Convention européenne des droits de l'homme": "echr",
    "Déclaration universelle des droits de l'homme": "udhr",
    "Déclaration universelle": "udhr",
    "Déclaration américaine": "adrdm",
    "Pacte international relatif aux droits civils et politiques": "iccpr",
    "Pacte relatif aux droits civils et politiques": "iccpr",
    "Pacte international relatif aux droits économiques, sociaux et culturels": "icescr",
    "Pacte relatif aux droits économiques, sociaux et culturels": "icescr",
    "Convention relative aux droits de l'enfant": "crc",
    "Convention internationale des droits de l'enfant": "crc",
    "Convention relative aux droits des personnes handicapées": "crpd",
    "Convention contre la torture": "cat",
    "Convention sur l'élimination de toutes les formes de discrimination à l'égard des femmes": "cedaw",
    "Convention internationale sur l'élimination de toutes les formes de discrimination raciale": "icerd",
    "Convention no 169 de l'OIT": "ilo-169",
    "Charte des Nations Unies": "un-charter",
}
#: Acronyms beside those of the vocabulary.
ACRONYMS = {
    "CNUDN": "crc", "CNUDPD": "crpd", "PDESC": "icescr", "PDCP": "iccpr", "CEDR": "icerd", "DADDH": "adrdm",
    "OPCRC-SC": "crc-opsc", "OP-CRC-SC": "crc-opsc", "OPCRC-AC": "crc-opac", "OP-CRC-AC": "crc-opac",
    "OPCRC-IC": "crc-opic", "CPED": "ced", "CVCM": "belem-do-para",
}  # fmt: skip
#: A constitution's initials, in the texts about its State: “art. 66 CRE”.
CONSTITUTIONS = {"cre": "ecuador-constitution"}

#: Regional courts by the short names that the others have for them, and the treaty each applies.
COURTS = {
    "TEDH": "echr",
    "Tribunal Europeo": "echr",
    "Corte Europea": "echr",
    "European Court": "echr",
    "Corte Africana": "african-charter",
    "African Court": "african-charter",
    "Corte Interamericana": "achr",
    "Corte IDH": "achr",
    "Inter-American Court": "achr",
}
#: Treaties whose articles bear Roman numbers.
ROMAN_NUMBERED = frozenset({"adrdm", "genocide", "ia-disappearance", "non-applicability-1968", "refugee-protocol-1967"})
#: Treaties whose final articles bear letters.
LETTERED_TREATIES = frozenset({"european-social-charter-revised"})
#: Articles that a treaty was given later.
INSERTED = {"rome-statute": ("8bis", "15bis", "15ter")}
#: The articles of the European Convention were numbered otherwise until Protocol No. 11 of 1 November 1998, from 19 on:
#: just satisfaction was article 50, which is about what the Court costs since, and there are none from 60 on …
RENUMBERED, LAST_NOW = 19, 59
ALWAYS_FORMER = 50
#: … and judgments of the months after still cite the others.
UNTIL = 1999


def is_former(instrument: str, article: str, year: int) -> bool:
    """Whether a text of a year (0: unknown) cites an article as it stood once, and stands no more."""
    if instrument != "echr" or not article.isdecimal():
        return False
    number = int(article)
    return number == ALWAYS_FORMER or number > LAST_NOW or (number >= RENUMBERED and 0 < year <= UNTIL)
