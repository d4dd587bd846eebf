"""Another State's register beside the one that lends it words: do they say the same of the same recommendations?

    python -m benchmarks.another_state [--examples]

The first 300 UPR recommendations of the table addressed to Colombia and Peru are tagged with Ecuador's register and
with Colombia's (`examples/colombia`). A tag of Ecuador's agrees where Colombia's register gave one of the rights that
are `like` it; tags of rights that nothing in Colombia is like have no home there and are counted apart.
"""

import gzip
import sys
import tomllib
from collections import Counter
from pathlib import Path

from rights_search.model import Grade, Tag
from rights_search.tagging import Tagger
from rights_search.vocabulary import Register, load_register

ROOT = Path(__file__).parents[1]
TABLE = ROOT.parent / "shared" / "texts" / "upr" / "upr-info-to-session-27.csv.gz"
ECUADOR = ROOT / "corpus" / "ecuador" / "rights.toml"
COLOMBIA = ROOT / "examples" / "colombia" / "corpus" / "colombia" / "rights.toml"
STATES = ("Colombia;", "Peru;")
MOST = 300
#: Columns before and after the recommendation, which may itself hold the separator.
BEFORE, AFTER = 3, 7


def recommendations() -> list[str]:
    """Colombia's first, then Peru's, in the order of the table."""
    with gzip.open(TABLE, "rt", encoding="utf-8", errors="replace") as table:
        lines = table.read().splitlines()
    rows = [line.split(";") for state in STATES for line in lines if line.startswith(state)]
    return [";".join(row[BEFORE:-AFTER]) for row in rows][:MOST]


def homes(lender: Register) -> dict[str, set[str]]:
    """For each right of the lender the numbers of those that are like it; a numeral without any has its article's."""
    numbers = {right.key: right.number for right in lender}
    found: dict[str, set[str]] = {}
    for entry in tomllib.loads(COLOMBIA.read_text("utf-8"))["right"]:
        for key in entry.get("like", []):
            found.setdefault(numbers[key], set()).add(str(entry["number"]))
    for right in lender:
        if right.parent in found:
            found.setdefault(right.number, found[right.parent])
    return found


def main() -> None:
    """Print the shares, and which rights part ways most."""
    ecuador, colombia = load_register(ECUADOR), load_register(COLOMBIA)
    lent, taggers = homes(ecuador), (Tagger(ecuador), Tagger(colombia))
    own = {right.number for right in colombia} - set().union(*lent.values())
    texts = recommendations()
    count: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    homeless: Counter[str] = Counter()
    added: Counter[str] = Counter()
    for text in texts:
        theirs, ours = (tagger.tag_text(text, lang="en", kind="upr") for tagger in taggers)
        numbers = {tag.right for tag in ours}
        count["untagged by Ecuador"] += not theirs
        count["untagged by Colombia"] += not ours
        expected: set[str] = set()
        for tag in theirs:
            home = lent.get(tag.right, set())
            expected |= home
            if not home:
                homeless[tag.right] += 1
                continue
            grade = "about" if tag.grade is Grade.ABOUT else "touches"
            count[f"tags {grade}"] += 1
            agreed = bool(home & numbers)
            count[f"agreed {grade}"] += agreed
            if not agreed:
                lost[f"{tag.right} → {'/'.join(sorted(home))}"] += 1
                _example(text, theirs, ours)
        if theirs and all(tag.right in lent for tag in theirs):
            count["texts with homes for all"] += 1
            count["texts agreed in full"] += all(lent[tag.right] & numbers for tag in theirs)
        leading = next((tag for tag in theirs if tag.right in lent), None)
        count["texts with a home"] += leading is not None
        count["leading agreed"] += leading is not None and bool(lent[leading.right] & numbers)
        for number in numbers - expected:
            added["of their own" if number in own else "like a right Ecuador did not tag"] += 1
    tags = count["tags about"] + count["tags touches"]
    agreed_tags = count["agreed about"] + count["agreed touches"]
    print(
        f"{len(texts)} recommendations; without a tag: {count['untagged by Ecuador']} by Ecuador's register, "
        f"{count['untagged by Colombia']} by Colombia's"
    )
    by_grade = ", ".join(f"{g} {count[f'agreed {g}']}/{count[f'tags {g}']}" for g in ("about", "touches"))
    print(f"Ecuador's tags with a home in Colombia: {tags}, agreed {agreed_tags / tags:.1%} ({by_grade})")
    print(f"without a home: {homeless.total()}: {dict(homeless.most_common(8))}")
    print(f"leading tag agreed: {count['leading agreed']}/{count['texts with a home']} recommendations")
    print(f"all tags agreed: {count['texts agreed in full']}/{count['texts with homes for all']} recommendations")
    print(f"Colombia's other tags: {dict(added)}")
    print(f"part ways most: {dict(lost.most_common(12))}")


def _example(text: str, theirs: tuple[Tag, ...], ours: tuple[Tag, ...]) -> None:
    if "--examples" in sys.argv:
        said = [[(tag.right, *tag.evidence) for tag in tags] for tags in (theirs, ours)]
        print(f"  {text}\n    {said[0]}\n    {said[1]}")


if __name__ == "__main__":
    main()
