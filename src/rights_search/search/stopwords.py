"""Words that join others and say nothing by themselves, in Spanish and in English.

They are in the index, in phrases they count, and alone they are sought. Among other words of a query they are left
out: "derecho a la vivienda" must find "derecho de toda persona a una vivienda". Words that say no stay.
"""

from functools import cache

_SPANISH = """
a al aquel aquella cada como con cual cuales cuando cuyo cuya de del desde donde durante e el ella ellas ellos en
entre es esa esas ese eso esos esta estas este esto estos ha han hasta hay la las le les lo los mas me mi muy ni
nos o para pero por que quien quienes se sea sean ser si sobre su sus tal también te tiene tienen toda todas todo
todos tras tu u un una unas uno unos y ya
"""
_ENGLISH = """
a about all also an and any are as at be been but by can could did do does for from had has have he her his how i if in
into is it its may me must my of on or our shall she should so such than that the their them there these they this those
to upon was we were what when where which while who whom whose why will with would you your
"""


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_SPANISH.replace("é", "e").split()) | frozenset(_ENGLISH.split())


def is_stopword(word: str) -> bool:
    """Whether a folded word only joins others."""
    return word in _stopwords()
