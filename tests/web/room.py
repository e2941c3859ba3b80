"""People in a room: one who leads a workshop from the desk, and participants with phones."""

from dataclasses import dataclass, field

from flask import Flask

from collector.entries import Workshop
from collector.store import Store, workshops
from tests.web.desk.staff import HOME, Person
from tests.web.visitor import Page, Visitor

STEPS = (
    "Write silently",
    "Read what is there",
    "Group what is alike",
    "Give dots",
    "See what weighs most",
)


@dataclass
class Leader:
    """Leads a workshop of a challenge with the desk's own pages."""

    person: Person
    challenge: str = "bread"
    address: str = ""

    @property
    def place(self) -> str:
        return f"/desk/challenges/{self.challenge}/workshops/"

    @property
    def store(self) -> Store:
        return self.person.app.extensions["garden"].store

    @property
    def workshop(self) -> Workshop:
        found = workshops.find(self.store, self.address.split("/")[-2])
        assert found is not None
        return found

    @property
    def code(self) -> str:
        return f"{self.workshop.code[:3]}-{self.workshop.code[3:]}"

    def opens(self, **more: str) -> Page:
        page = self.person.gets(self.place)
        fills = {"home": "http://192.168.1.20:8000", **more}
        answer = self.person.presses(page, "Open the workshop", **fills)
        if answer.status == 200:
            form = answer.parsed.css_first("form[action*='/workshops/']")
            self.address = form.attributes["action"] or ""
        return answer

    def sees(self) -> Page:
        return self.person.gets(self.address)

    def does(self, button: str, page: Page | None = None, **fills: str) -> Page:
        return self.person.presses(page or self.sees(), button, **fills)

    def goes_on_to(self, step: str) -> None:
        for each in STEPS[: STEPS.index(step) + 1]:
            if f"Go on: {each}" in self.sees().text:
                self.does(f"Go on: {each}")
        assert step in self.sees().parsed.css_first("#step").text()


@dataclass
class Participant:
    """Somebody in the room with a phone, without scripts."""

    app: Flask
    code: str
    visitor: Visitor = field(init=False)

    def __post_init__(self) -> None:
        clock = self.app.extensions["garden"].clock
        self.visitor = Visitor(self.app, clock, headers={"Origin": HOME})

    @property
    def path(self) -> str:
        return f"/w/{self.code}"

    def sees(self) -> Page:
        return self.visitor.gets(self.path)

    def live(self, etag: str = "") -> Page:
        headers = {"If-None-Match": etag} if etag else {}
        return self.visitor.gets(f"{self.path}/live", headers=headers)

    def joins(self, table: int | str = "") -> Page:
        return self.posts({"_do": "join", "_table": str(table)})

    def writes(self, title: str, **more: str) -> Page:
        """Fill in the form that stands there; the number is the one that came with it."""
        fields = dict(self.sees().fields("Keep this idea"))
        answers = {"title": title, "text": "So", "role": "staff", **more}
        return self.posts({**fields, **answers})

    def gives(self, ref: str, dots: int) -> Page:
        return self.posts({"_do": "dot", "_dots": f"{ref}:{dots}"})

    def posts(self, fields: dict[str, str]) -> Page:
        return self.follows(self.visitor.posts(self.path, fields))

    def follows(self, page: Page) -> Page:
        where = page.response.headers.get("Location", "")
        return self.visitor.gets(where.partition("#")[0]) if page.status == 303 else page
