"""`noharbor member …`: who may sign in. For a node's first members; leave for single things is given on the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from noharbor.node.commands.node import fail, open_node, prepare_tables

app = typer.Typer(help="Members of this node.", no_args_is_help=True)


@app.callback()
def member() -> None:
    """Keep `add` a subcommand, so that others can stand beside it."""


@app.command()
def add(
    username: Annotated[str, typer.Argument(help="What they sign in with.")],
    name: Annotated[str, typer.Option(help="Their name, shown beside what they do.")],
    body: Annotated[str, typer.Option(help="The body they belong to; made if it is new.")],
    kind: Annotated[str, typer.Option(help="What kind of body it is, if it is new.")] = "other",
    may: Annotated[list[str] | None, typer.Option(help="Leave to give, such as source:add; repeat for more.")] = None,
    password: Annotated[
        str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True, envvar="NOHARBOR_PASSWORD")
    ] = "",
) -> None:
    """Add a member. They may do what --may names, with all their body owns."""
    open_node()
    prepare_tables()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.db import transaction

    from noharbor.record.access.actions import Audience, add_member, give
    from noharbor.record.access.models import Body, Member
    from noharbor.record.access.vocabulary import BodyKind, Permission

    unknown = sorted(set(may or []) - set(Permission.values))
    if unknown:
        raise fail(f"Unknown leave: {', '.join(unknown)}. Choose from: {', '.join(Permission.values)}.")
    if kind not in BodyKind.values:
        raise fail(f"Unknown kind of body: {kind}. Choose from: {', '.join(BodyKind.values)}.")
    if Member.objects.filter(username=username).exists():
        raise fail(f"{username} is here already. Choose another user name.")
    try:
        validate_password(password)
    except ValidationError as error:
        raise fail(" ".join(error.messages)) from error
    with transaction.atomic():
        owner, _made = Body.objects.get_or_create(name=body, defaults={"kind": kind})
        added = add_member(username, name, body=owner, password=password)
        for permission in may or []:
            give(Permission(permission), Audience(member=added), why="added on the command line")
    typer.echo(f"{name} can sign in as {username}.")
