"""Rules for people who cross a border: handed over as suspects, or brought home as victims."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.chinese.acts import BACKWARD, listed
from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.lexical import nouns
from noharbor.science.language.chinese.numbers import Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View
from noharbor.science.language.events import EventType

_HOMECOMING = re.compile(r"回|返|归|到家|抵家|接走|踏上|团聚|国门|送她|送抵|送到|送上|领")
#: Words that hand offenders over and hardly anybody else.
_FOR_SUSPECTS = re.compile(r"押|引渡|递解|驱逐|逐出|遣送|移交|解送|解返|移解|缉返|缉回|逮回|提解|驱离|遣返")
#: Words that bring those in need home.
_FOR_VICTIMS = re.compile(r"接返|平安|安全|团聚|护送|脱险|脱困|返家|回家|返乡|回乡|送返|接机|接回|获救|营救|解救|撤")
_VICTIM_TONE = re.compile(
    r"受害|被害|被困|受困|获救|求助|脱险|脱困|遭拘禁|被拘禁|同胞|被骗[往至到去]|强迫|被迫|遭贩卖|被贩卖|获释|被关|被囚|遭囚|囚禁|凌虐|被锁|被卖|救出|救离|释放|释出|拐去|放行|受骗|被诱骗|被拐|猪仔|营救|解救|救援|家属|甄别为|人口贩[运卖]受|人道|团聚|领事保护|领保|协助.{0,6}返|滞留|身心|平安"
)


@dataclass(frozen=True, slots=True)
class ActedOn:
    """Whom a predicate acts on, as far as its clause says.

    Attributes:
        quantity: How many.
        borrowed: The number was taken from a neighbouring clause.
        names: Who, by name.
        noun: Suspects or victims are named as such.
        single: One person is told of, or all of those told before.
        planned: It is to come.
    """

    quantity: Quantity | None
    borrowed: bool = False
    names: tuple[str, ...] = ()
    noun: bool = False
    single: bool = False
    planned: bool = False

    @property
    def nobody(self) -> bool:
        """Whether the clause names no person at all."""
        return self.quantity is None and not (self.names or self.noun or self.single)


def transfer_candidate(
    view: View, sentence: SentenceView, clause: Clause, match: re.Match[str], told: ActedOn
) -> Candidate | None:
    """A handover or a return of victims; None when nobody crosses a border.

    Args:
        view: The article.
        sentence: The sentence.
        clause: The clause of the predicate.
        match: The predicate.
        told: Whom it acts on.
    """
    word, with_border = match.group(), match.group() in listed("handover", "with_border")
    crosses = _crosses_border(view, sentence)
    homeward = _HOMECOMING.search(word) and _VICTIM_TONE.search(view.plain, sentence.start, sentence.end)
    if with_border and (told.nobody or not (crosses or homeward)):
        return None
    victims, suspects = _tone(view, sentence, clause, word)
    kind = EventType.REPATRIATION_OF_VICTIMS if victims > suspects else EventType.HANDOVER
    prior = (0.45 if with_border else 0.6) + (0.15 if told.quantity else 0.0) + (0.1 if crosses else 0.0)
    return Candidate(
        kind, clause, match.start(), match.end(), prior, told.quantity,
        single=(told.noun or told.single) and told.quantity is None, names=told.names, planned=told.planned,
        refers_back=bool(BACKWARD.search(view.plain, clause.start, match.end())),
    )  # fmt: skip


_BORDER = re.compile(
    r"回国|返国|归国|境|口岸|机场|包机|专机|班机|航班|乘机|搭机|军机|运输机|飞[往抵回]|过河|返台|回台|返港|抵港|回港|返马|回马"
    r"|大桥|边境|关口|国门|中方|缅方|泰方|老方|柬方|我方|回中国|中国警方|祖国|回.{1,4}国"
)


def _crosses_border(view: View, sentence: SentenceView) -> bool:
    """Whether the sentence has a gate, a flight, or more than one state."""
    if _BORDER.search(view.plain, sentence.start, sentence.end):
        return True
    states = {place.country for place in sentence.places} | {one.country for one in sentence.nationalities}
    return len(states - {None}) > 1


def _tone(view: View, sentence: SentenceView, clause: Clause, word: str) -> tuple[float, float]:
    """How much the words speak of victims, and how much of suspects: the clause, its sentence, the article."""
    plain = view.plain
    near, around = plain[clause.start : clause.end], plain[sentence.start : sentence.end]
    victims = 3.0 * bool(nouns("victims").search(near)) + 1.5 * bool(_VICTIM_TONE.search(around))
    suspects = 3.0 * bool(nouns("suspects").search(near)) + 1.5 * bool(nouns("suspects").search(around))
    victims += (
        1.5 * bool(_FOR_VICTIMS.search(word))
        + 1.0 * (bool(_HOMECOMING.search(word)) and not _FOR_SUSPECTS.search(word))
        + 0.5 * bool(re.search(r"公民|国民|国人|港人", near))
    )
    suspects += 1.5 * bool(_FOR_SUSPECTS.search(word)) + 1.0 * bool(
        re.search(r"涉嫌|涉诈|涉案|通缉|被捕|押解|提堂|落网|逮捕|上铐|手铐|手镣|黑罩|头套", around)
    )
    told = len(_VICTIM_TONE.findall(plain)), len(nouns("suspects").findall(plain))
    share = told[0] / max(sum(told), 1)
    chances = sentence.chances
    lean = chances.get("repatriation_of_victims", 0.0) - chances.get("handover", 0.0)
    return victims + 2.0 * share + 1.5 * max(lean, 0), suspects + 2.0 * (1 - share) + 1.5 * max(-lean, 0)
