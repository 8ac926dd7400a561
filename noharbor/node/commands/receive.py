"""`noharbor receive`: hand files to the node from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from noharbor.node.commands.node import fail, open_node


def receive(
    files: Annotated[list[Path], typer.Argument(help="What to hand in.", metavar="FILE…")],
    by: Annotated[str, typer.Option("--as", help="User name of the member who hands them in.")],
    published: Annotated[str, typer.Option(help="Day of publication, YYYY-MM-DD (or YYYY-MM).", metavar="DATE")] = "",
    publisher: Annotated[str, typer.Option(help="Who published them.")] = "",
    lang: Annotated[str, typer.Option(help="Language: en, zh, zh-Hant …; found out without it.")] = "",
    marking: Annotated[str, typer.Option(help="clear, green, amber, amber+strict or red.")] = "amber",
) -> None:
    """Hand files to the node: sealed, told apart from what is here already, and queued for reading."""
    open_node()
    from noharbor.record.access.errors import NotAllowed
    from noharbor.record.access.models import Member
    from noharbor.record.access.vocabulary import Tlp
    from noharbor.record.intake.actions import Particulars
    from noharbor.record.intake.actions import receive as take_in
    from noharbor.record.intake.vocabulary import ArrivalOutcome
    from noharbor.science.language.lines import publication_day

    member = Member.objects.filter(username=by, is_active=True).first()
    if member is None:
        raise fail(f"Nobody signs in as {by}. Check --as.")
    if marking not in Tlp.values:
        raise fail(f"Unknown marking: {marking}. Choose from: {', '.join(Tlp.values)}.")
    try:
        day, precision = publication_day(published)
    except ValueError as error:
        raise typer.BadParameter("write it as YYYY-MM-DD, YYYY-MM or YYYY", param_hint="--published") from error
    particulars = Particulars(
        published=day, published_precision=precision, publisher=publisher, language=lang, tlp=Tlp(marking)
    )
    refused = 0
    for path in files:
        try:
            with path.open("rb") as stream:
                receipt = take_in(stream, name=path.name, by=member, particulars=particulars)
        except NotAllowed as error:
            raise fail(error) from error
        except OSError as error:
            refused += 1
            typer.echo(f"{path}: {error.strerror}", err=True)
            continue
        refused += receipt.arrival.outcome == ArrivalOutcome.REFUSED
        typer.echo(f"{path}: {receipt.arrival.get_outcome_display()} {receipt.arrival.problem_sentence}".rstrip())
    if refused:
        raise typer.Exit(1)
