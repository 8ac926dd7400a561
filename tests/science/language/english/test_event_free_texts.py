"""Texts that speak of the crime and tell no event: the reader leaves them empty."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.readers import reader_for

_FILM = """Review: 'The Floor Above' locks the door behind you

Director Mara Quist opens her thriller in a scam compound outside a nameless border town. Forty workers are rescued in
the first act when commandos storm the building, and the hero, a debt-ridden cook played by Ilan Sered, is arrested at
the airport the moment he lands. By the last reel, 212 suspects have been handed over on a rain-soaked bridge.

The raid is filmed in one take. Quist said in an interview that she read court files for two years before she wrote a
line. The film opens in cinemas on 14 March.
"""

_TIPS = """Ten signs that the job abroad is a scam

Criminal rings lure thousands of graduates into fraud compounds every year. Before you sign, ask yourself who pays for
the ticket. If the recruiter seizes your passport, you may be held against your will. Never cross a border at night.

Should you be detained, call the nearest embassy. Police can raid a compound only when they know where it is, so share
your location with your family. If you have sent money, your bank may be able to freeze the account within 24 hours.
"""

_EXPERT = """Opinion: Raids alone will not end the scam economy

By Oriol Venn, lecturer in criminology

Every few months we are told that a compound has been raided and that hundreds were freed. What follows is silence.
Governments should sanction the landlords, freeze their accounts and extradite the bosses. A joint task force could be
set up within weeks if ministers wanted it.

I would go further. Prosecutors ought to be able to seize a building on suspicion. Imagine that five states signed a
treaty tomorrow: the bosses would be arrested at any airport. None of this has happened, and I fear none of it will.
"""

_LAW = """Explainer: how cyber-fraud became a crime of its own

Until the nineties, judges had to squeeze telephone swindles into laws made for forged cheques. A person who cheated by
wire could be sentenced to three years at most. Later codes added the computer, then the network.

Today most codes in the region punish online fraud with up to ten years in prison. Courts may order the seizure of
devices. Extradition depends on treaties, and a suspect can be handed over only if both states punish the act.
"""

_WANTED = """Three still wanted over call-centre fraud

Police have renewed their appeal for information about three men who are wanted over a telephone fraud ring. The men,
aged 31, 38 and 44, have been charged in their absence with cheating pensioners.

A reward is offered for information that leads to their arrest. Investigators believe that they may have left the
country. Anyone who sees them should not approach them.
"""

_CORPORATE = """Halden Payments posts record quarter as fraud checks bite

Halden Payments said revenue rose 14% to $412 million in the three months to June. Its fraud screening stopped 38,000
scam payments, the company said, and 1,200 merchant accounts were closed for breach of contract.

"Online scams remain the sector's main headwind," finance chief Dita Moreau told analysts. The company has hired 300
people for its compliance centre and expects to save $40 million a year.
"""

_WEBINAR = """Webinar: what families can do when a relative is in a scam compound

The legal clinic invites families to an evening with the caseworkers Runa Holt and Piet Amari. They will speak about
the first call, about ransom demands, and about what an embassy can and cannot do.

Participants will learn how rescues are arranged and how people who were trafficked come home. Questions may be sent in
advance. The talk is free and will be held online on Thursday at 7 p.m.
"""

_DRUGS = """Officers find 64 kilos of meth behind truck panel

Highway police arrested two men on Tuesday after they found 64 kilos of methamphetamine behind the panel of a truck.
The truck and three mobile phones were seized.

The men told officers they had answered an online advertisement for drivers. Police said a scam ring was not involved.
"""

_NOVEL = """Book: 'Dial Tone' and the long con

In Sefa Orlan's second novel a retired teacher loses her savings to a romance scam and sets out to find the man behind
the voice. She reaches the compound on page 200. Guards catch her, the police raid the place the next morning, and nine
of its bosses are jailed for life.

Orlan writes the swindlers as tired boys with quotas. It is hard to close the book and not look twice at the telephone.
"""

_NUMBERS = """How big is the scam industry? Nobody knows

Estimates of the trade's yearly take run from $18 billion to $64 billion. One institute puts the number of workers in
compounds at more than 220,000; another says half of that. Both rest on interviews and satellite pictures.

"We count roofs and guess at beds," says the demographer Ines Tolk. Losses reported by victims are a poor guide too,
since most never report. Tolk hopes that better figures will come when banks share what they know.
"""

_DRILL = """Police stage mock raid on scam call centre in training exercise

Some 60 recruits stormed a disused school in Ranong on Tuesday and arrested 20 "scammers", all of them played by
actors, in a drill meant to prepare them for raids on fraud compounds.

The exercise, the third of its kind, tested how to secure phones and computers as evidence. "The suspects were handed
over to the investigators within ten minutes," said instructor Col. Veera Somsri with a smile. Nobody was hurt.
"""

_HOAX_VIDEO = """Fact check: Video does not show raid on scam compound

A clip shared more than two million times claims that Chinese police arrested 500 scammers in Sihanoukville last week.
It does not. The footage shows a fire drill at a garment factory in 2019, a reverse image search finds.

Cambodian police told us that no such raid took place. The embassy in Phnom Penh also said that no citizens had been
handed over. The post has been labelled false.
"""

_DENIAL = """Ministry denies report of mass deportation

The interior ministry on Monday denied a report that 300 scam suspects had been deported to China at the weekend.
"There was no flight, and nobody has been handed over," a spokesman said.

A website had claimed that two chartered planes left at night. The ministry asked the public not to share rumours
about online fraud gangs.
"""

_HISTORY = """The confidence man, a short history

The first man to be called a confidence trickster was arrested in New York in 1849. He asked strangers to trust him
with their watches. The letters, the telegraph and the telephone each brought their own swindles, and each time police
were a decade behind.

In 1920 Charles Ponzi was convicted of mail fraud. The online scam of today has the same bones: trust, haste and
shame.
"""

_MANIFESTO = """Party pledges 'war on scams' if elected

The opposition Civic Front would set up a national anti-scam centre and jail bank bosses who ignore fraud reports, its
leader said as she campaigned in Cebu. If elected, the party would ask neighbouring states to hand over suspects
within 48 hours.

Analysts were unimpressed. "Every party has promised it," one said.
"""

_CHARGES = """Prosecutors charge nine over tech-support scam

Nine people have been charged with conspiracy to defraud over a call centre that posed as a software company,
prosecutors said on Thursday. They are due in court next month.

The indictment says the ring took $3 million from 400 victims, most of them over 60. All nine deny the charges.
"""

_REWARD = """Reward offered for fugitive crypto tycoon

The FBI has offered up to $5 million for information leading to the arrest of a fugitive who is charged with running a
$4 billion crypto investment scam. She was last seen in Athens in 2017.

An indictment accuses her of wire fraud and money laundering. If convicted she faces up to 20 years in prison. Two of
her associates are awaiting trial.
"""

_RHETORIC = """Who will arrest the men behind the walls?

Column by Jun Aragon

They sit in their villas and count our grandmothers' money. Who will raid them? Who will seize the cars in their yards
and hand the bosses over to a court? Not the mayor, who cut the ribbon. Not the police, who guard the gate.

I have written about scam hubs for nine years. I have seen task forces come and go. I am told that something will be
done, and I have stopped asking when.
"""


_TEXTS = {
    "film": _FILM,
    "tips": _TIPS,
    "expert": _EXPERT,
    "law": _LAW,
    "wanted": _WANTED,
    "corporate": _CORPORATE,
    "webinar": _WEBINAR,
    "drugs": _DRUGS,
    "novel": _NOVEL,
    "numbers": _NUMBERS,
    "drill": _DRILL,
    "hoax video": _HOAX_VIDEO,
    "denial": _DENIAL,
    "history": _HISTORY,
    "manifesto": _MANIFESTO,
    "charges": _CHARGES,
    "reward": _REWARD,
    "rhetoric": _RHETORIC,
}


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS)
def test_it_finds_no_event(text: str) -> None:
    events = reader_for("en").read(Article(text, date(2026, 3, 10), "en"))
    assert [(str(event.type), text[event.passage.start : event.passage.end]) for event in events] == []
