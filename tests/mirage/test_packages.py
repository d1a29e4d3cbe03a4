"""Two lists of names as one list of packages: the conversions that real projects needed."""

from __future__ import annotations

import pytest

from mirageport.mirage.packages import GUESSED, OF_DISTRIBUTION, UNLINKED, merge

# (what it shows, libraries, packages, the list in OCaml, warnings)
CASES = [
    ("one of each", "fmt", "fmt", 'package "fmt"', []),
    (
        "two of each",
        "io-page duration",
        "io-page duration",
        'package "io-page"; package "duration"',
        [],
    ),
    ("one library", "mirage-http", "mirage-http", 'package "mirage-http"', []),
    (
        "sub-libraries in between",
        "charrua-core.server tcpip.ipv4 charrua-core.wire tcpip.udp tcpip tcpip.ethif tcpip.arpv4",
        "charrua-core tcpip",
        'package ~sublibs:["server"; "wire"] "charrua-core"; '
        'package ~sublibs:["ipv4"; "udp"; "ethif"; "arpv4"] "tcpip"',
        [],
    ),
    (
        "a sub-library and plain ones",
        "dns.mirage mirage-logs duration",
        "dns mirage-logs duration",
        'package ~sublibs:["mirage"] "dns"; package "mirage-logs"; package "duration"',
        [],
    ),
    (
        "a whole stack",
        "tcpip.ethif tcpip.arpv4 tcpip.ipv4 tcpip.icmpv4 tcpip.tcp tcpip.udp",
        "tcpip",
        'package ~sublibs:["ethif"; "arpv4"; "ipv4"; "icmpv4"; "tcp"; "udp"] "tcpip"',
        [],
    ),
    (
        "two plain ones",
        "mirage-http duration",
        "mirage-http duration",
        'package "mirage-http"; package "duration"',
        [],
    ),
    (
        "part of a stack",
        "tcpip.ethif tcpip.ipv6",
        "tcpip",
        'package ~sublibs:["ethif"; "ipv6"] "tcpip"',
        [],
    ),
    (
        "a sub-library called str",
        "re.str magic-mime mirage-logs",
        "re magic-mime mirage-logs",
        'package ~sublibs:["str"] "re"; package "magic-mime"; package "mirage-logs"',
        [],
    ),
    (
        "a library and its sub-library",
        "uri tls tls.mirage mirage-http mirage-logs magic-mime",
        "uri tls mirage-http mirage-logs magic-mime",
        'package "uri"; package ~sublibs:["mirage"] "tls"; package "mirage-http"; '
        'package "mirage-logs"; package "magic-mime"',
        [],
    ),
    (
        "only sub-libraries",
        "tcpip.arpv4 tcpip.ethif tcpip.ipv4",
        "tcpip",
        'package ~sublibs:["arpv4"; "ethif"; "ipv4"] "tcpip"',
        [],
    ),
    (
        "a package twice",
        "tls tls.mirage mirage-http",
        "tls tls mirage-http",
        'package ~sublibs:["mirage"] "tls"; package "mirage-http"',
        [],
    ),
    (
        "a library in a package of another name, and one never linked",
        "cow cowabloga rrd duration ptime",
        "cow cowabloga xapi-rrd c3 duration ptime",
        'package "cow"; package "cowabloga"; package ~ocamlfind:["rrd"] "xapi-rrd"; '
        'package "c3"; package "duration"; package "ptime"',
        [(UNLINKED, "c3")],
    ),
    (
        "a blog's worth",
        "omd ptime decompress irmin.mirage irmin.git mirage-http tls.mirage tyxml syndic "
        "uuidm logs",
        "omd tyxml ptime decompress irmin mirage-http mirage-flow tls mirage-types-lwt channel "
        "mirage-git re cohttp syndic magic-mime uuidm logs",
        'package "omd"; package "tyxml"; package "ptime"; package "decompress"; '
        'package "mirage-http"; '
        'package "mirage-flow"; package ~sublibs:["mirage"] "tls"; package "mirage-types-lwt"; '
        'package "channel"; package "git-mirage"; package "re"; package "cohttp"; '
        'package "syndic"; package "magic-mime"; package "uuidm"; package "logs"; '
        'package "irmin-mirage"; package "irmin-git"',
        [
            (UNLINKED, name)
            for name in (
                *("mirage-flow", "mirage-types-lwt", "channel", "git-mirage", "re", "cohttp"),
                "magic-mime",
            )
        ],
    ),
    (
        "five plain ones",
        "tyxml mirage-http logs mirage-logs magic-mime",
        "tyxml mirage-http logs mirage-logs magic-mime",
        'package "tyxml"; package "mirage-http"; package "logs"; package "mirage-logs"; '
        'package "magic-mime"',
        [],
    ),
    (
        "a firewall's",
        "mirage-net-xen tcpip.stack-direct tcpip.xen mirage-qubes mirage-nat mirage-logs",
        "vchan cstruct tcpip mirage-net-xen mirage-qubes mirage-nat mirage-logs",
        'package "vchan"; package "cstruct"; package ~sublibs:["stack-direct"; "xen"] "tcpip"; '
        'package "mirage-net-xen"; package "mirage-qubes"; package "mirage-nat"; '
        'package "mirage-logs"',
        [(UNLINKED, "vchan"), (UNLINKED, "cstruct")],
    ),
    (
        "derivers of camlp4",
        "sexplib sexplib.syntax bin_prot.syntax",
        "sexplib",
        'package "sexplib"; package "ppx_sexp_conv"; package "ppx_bin_prot"',
        [],
    ),
    (
        "a sub-library alone",
        "tls.mirage tyxml ptime",
        "tls tyxml ptime",
        'package ~sublibs:["mirage"] "tls"; package "tyxml"; package "ptime"',
        [],
    ),
    (
        "a stack that was only installed",
        "tls.mirage tyxml",
        "tls tcpip tyxml",
        'package ~sublibs:["mirage"] "tls"; package "tcpip"; package "tyxml"',
        [(UNLINKED, "tcpip")],
    ),
    ("a small server's", "tls tls.mirage", "tls", 'package ~sublibs:["mirage"] "tls"', []),
    (
        "packages to guess",
        "mirage-clock-unix tls tls.mirage tcpip channel cohttp.lwt-core mirage-http",
        "mirage-clock-unix mirage-http tcpip channel",
        'package "mirage-clock-unix"; package "mirage-http"; package "tcpip"; '
        'package "channel"; package ~sublibs:["mirage"] "tls"; '
        'package ~sublibs:["lwt-core"] "cohttp"',
        [(GUESSED, "tls"), (GUESSED, "cohttp")],
    ),
    (
        "one to guess, one never linked",
        "mirage-clock-unix tls tls.mirage cohttp.lwt-core mirage-http yojson sexplib",
        "mirage-clock-unix tls tcpip mirage-http yojson sexplib",
        'package "mirage-clock-unix"; package ~sublibs:["mirage"] "tls"; package "tcpip"; '
        'package "mirage-http"; package "yojson"; package "sexplib"; '
        'package ~sublibs:["lwt-core"] "cohttp"',
        [(UNLINKED, "tcpip"), (GUESSED, "cohttp")],
    ),
    (
        "a library of the distribution",
        "charrua-core.server tcpip tcpip.ethif tcpip.arpv4 str",
        "charrua-core",
        'package ~ocamlfind:["charrua-core.server"; "str"] "charrua-core"; '
        'package ~sublibs:["ethif"; "arpv4"] "tcpip"',
        [(GUESSED, "tcpip"), (OF_DISTRIBUTION, "str")],
    ),
    (
        "a library of the distribution beside a part of that name",
        "re.str str",
        "re",
        'package ~ocamlfind:["re.str"; "str"] "re"',
        [(OF_DISTRIBUTION, "str")],
    ),
    (
        "nothing but a library of the distribution",
        "str",
        "",
        'package ~ocamlfind:["str"] "ocamlfind"',
        [(OF_DISTRIBUTION, "str")],
    ),
    (
        "syntax extensions of camlp4",
        "lwt.syntax cow.syntax",
        "lwt cow",
        'package "lwt"; package "cow"',
        [],
    ),
    (
        "a syntax extension of no package",
        "lwt.syntax fmt",
        "fmt",
        'package "fmt"; package "lwt"',
        [],
    ),
    (
        "a library whose parts left it",
        "irmin.git irmin.mem git.mirage",
        "irmin mirage-git",
        'package "git-mirage"; package "irmin-git"; package "irmin-mem"',
        [],
    ),
    (
        "a library that is linked beside such a part",
        "irmin irmin.git",
        "irmin",
        'package "irmin"; package "irmin-git"',
        [],
    ),
    (
        "parts under another name",
        "conduit.mirage-xen nocrypto.xen",
        "mirage-conduit nocrypto",
        'package ~ocamlfind:["conduit.mirage"] "mirage-conduit"; '
        'package ~sublibs:["mirage"] "nocrypto"',
        [],
    ),
    (
        "a library whose package is known",
        "rrd",
        "",
        'package ~ocamlfind:["rrd"] "xapi-rrd"',
        [(GUESSED, "xapi-rrd")],
    ),
]


@pytest.mark.parametrize(
    ("libraries", "packages", "text", "warnings"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_one_list_for_two(
    libraries: str, packages: str, text: str, warnings: list[tuple[str, str]]
) -> None:
    merged = merge(libraries.split(), packages.split())
    assert merged.text == f"[{text}]"
    assert sorted(merged.warnings) == sorted(warnings)


def test_the_signatures_over_lwt_are_a_package_of_their_own() -> None:
    merged = merge(["mirage-types.lwt", "mirage-types"], ["mirage-types"])
    assert merged.text == '[package "mirage-types"; package "mirage-types-lwt"]'
