from pathlib import Path

import pytest

from collector import kit
from collector.pages.scopes import read
from collector.pages.shorten import shorten
from collector.pages.squeeze import squeeze_script
from collector.pages.theme import PLAIN_PARTS

ASSETS = Path(str(kit.THEME)) / "assets"
PARTS = [*sorted((ASSETS / "garden").glob("*.js")), ASSETS / "garden.js"]
SCRIPT = f"(()=>{{{''.join(squeeze_script(each.read_text('utf-8')) for each in PARTS)}}})();"

Meant = int | str


def meant(script: str) -> list[Meant]:
    """What each variable stands for, in order: the number of what is declared, or a free name."""
    known: dict[object, int] = {}
    told: list[Meant] = []
    for token in read(script):
        region = token.around if token.is_variable else None
        while region and token.text not in region.names:
            region = region.outer
        if region:
            told.append(known.setdefault((region, token.text), len(known)))
        elif token.is_variable:
            told.append(token.text)
    return told


@pytest.mark.parametrize(
    ("script", "shorter"),
    [
        ("const rows=2;f(rows);", "let rows=2;f(rows);"),
        ("{const rows=2;f(rows)}", "{let e=2;f(e)}"),
        ("function tell(words,count){return words}", "function tell(e,a){return e}"),
        ("each.name=(name)=>name.name;", "each.name=(e)=>e.name;"),
        ("f(({name,age=years})=>({name,age}));", "f(({name:e,age:a=years})=>({name:e,age:a}));"),
        ("f(([,first],...rest)=>first+rest);", "f(([,e],...a)=>e+a);"),
        ("f((one)=>g((two)=>one+two),(two)=>two);", "f((e)=>g((a)=>e+a),(e)=>e);"),
        (
            "f((a)=>{for(const each of a)g(each);h(each)});",
            "f((e)=>{for(let a of e)g(a);h(each)});",
        ),
        ("{let said;f(()=>{said=1});g((said)=>said)}", "{let e;f(()=>{e=1});g((e)=>e)}"),
        ("f((name)=>`name ${name} ${g({ name })}`);", "f((e)=>`name ${e} ${g({name:e})}`);"),
        ('f((name)=>"name"+/name/g.test(name));', 'f((e)=>"name"+/name/g.test(e));'),
        ("f((wish)=>wish?wish:none);", "f((e)=>e?e:none);"),
        ("{class Shelf{read(key){return key}}new Shelf()}", "{class e{read(e){return e}}new e()}"),
        (
            "f({get size(){return size},size:(size)=>size});",
            "f({get size(){return size},size:(e)=>e});",
        ),
        (
            "{async function ask(place){return await place}ask()}",
            "{async function e(e){return await e}e()}",
        ),
        ("try{f()}catch(error){g(error)}", "try{f()}catch(e){g(e)}"),
        ("f((name,size=name.length)=>size-1);", "f((e,a=e.length)=>a-1);"),
        ("f((x)=>x- -1);", "f((e)=>e- -1);"),
    ],
)
def test_what_is_declared_inside_is_shorter_and_nothing_else(script: str, shorter: str) -> None:
    assert shorten(script) == shorter


def test_no_short_name_hides_a_name_that_is_used_there() -> None:
    assert shorten("f((one)=>e+a(one));") == "f((t)=>e+a(t));"


def test_every_name_of_the_kits_script_means_what_it_meant() -> None:
    shorter = shorten(SCRIPT)
    assert len(shorter) < 0.8 * len(SCRIPT)
    assert meant(shorter) == meant(SCRIPT)


def plain_script() -> str:
    parts = [ASSETS / "garden" / f"{each}.js" for each in PLAIN_PARTS]
    texts = [each.read_text("utf-8") for each in (*parts, ASSETS / "plain.js")]
    return f"(()=>{{{''.join(map(squeeze_script, texts))}}})();"


@pytest.mark.parametrize(("script", "elsewhere"), [(SCRIPT, set()), (plain_script(), {"isTick"})])
def test_what_the_kits_script_takes_from_the_browser_is_the_browsers(
    script: str, elsewhere: set[str]
) -> None:
    """A word that no part declares, and that browsers do not know, would be a slip. `nameOf`, which
    asks what is a tick, is never called where no form is."""
    free = {each for each in meant(script) if isinstance(each, str)}
    assert {each for each in free if each[0].islower()} - elsewhere <= {
        "addEventListener",
        "clearTimeout",
        "crypto",
        "dispatchEvent",
        "document",
        "fetch",
        "history",
        "localStorage",
        "location",
        "navigator",
        "performance",
        "sessionStorage",
        "setTimeout",
    }
