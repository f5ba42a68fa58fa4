"""The notice that the reader fixtures are made of: an invented municipality's library register."""

from __future__ import annotations

HEADER = "Kuvitelman kunta – Tietosuojaseloste"
TITLE = "Kirjaston asiakasrekisterin tietosuojaseloste"

# (kind, words): heading, sub(heading), text, item, number(ed item), row (cells parted by "|").
NOTICE: tuple[tuple[str, str], ...] = (
    ("text", "EU:n yleinen tietosuoja-asetus (2016/679), artiklat 13 ja 14. Laadittu 3.2.2025."),
    ("heading", "1. Rekisterinpitäjä"),
    ("text", "Kuvitelman kunta, sivistyspalvelut\nKirjastokuja 4\n00940 Helsinki"),
    ("row", "Puhelin|09 1234 5670 (vaihde)"),
    ("row", "Sähköposti|kirjaamo@kuvitelma.example"),
    ("heading", "2. Tietosuojavastaava"),
    (
        "text",
        "Kunnan tietosuojavastaava vastaa kysymyksiin osoitteessa "
        "tietosuojavastaava@kuvitelma.example ja arkisin numerossa 09 1234 5678.",
    ),
    ("heading", "3. Käsittelyn tarkoitus ja oikeusperuste"),
    (
        "text",
        "Henkilötietoja käsitellään kirjaston asiakkuuden ja lainojen hoitamiseksi, maksujen "
        "perimiseksi sekä kirjastopalvelujen tilastoimiseksi. Käsittely perustuu "
        "tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohtaan: yleistä etua koskeva tehtävä, "
        "josta säädetään yleisistä kirjastoista annetussa laissa (1492/2016).",
    ),
    ("sub", "Tarkoitukset tarkemmin"),
    ("number", "asiakkuuden perustaminen ja kirjastokortin myöntäminen"),
    ("number", "lainojen, varausten ja palautusten seuraaminen"),
    ("number", "tiedottaminen aukioloajoista ja tapahtumista"),
    ("heading", "4. Henkilötietoryhmät"),
    ("text", "Rekisterissä käsitellään seuraavia tietoja:"),
    ("item", "nimi, henkilötunnus ja yhteystiedot"),
    ("item", "alle 15-vuotiaan asiakkaan huoltajan nimi ja yhteystiedot"),
    ("item", "voimassa olevat lainat, varaukset ja maksut"),
    ("heading", "5. Tietolähteet"),
    (
        "text",
        "Tiedot saadaan asiakkaalta itseltään. Osoitetiedot tarkistetaan Digi- ja "
        "väestötietoviraston väestötietojärjestelmästä.",
    ),
    ("heading", "6. Vastaanottajat"),
    (
        "text",
        "Kirjastojärjestelmän toimittaja käsittelee tietoja kunnan lukuun ja toimeksiannosta. "
        "Erääntyneet saatavat siirretään perintätoimistolle. Tietoja ei luovuteta muille eikä "
        "siirretä EU- tai ETA-alueen ulkopuolelle.",
    ),
    ("heading", "7. Säilytysajat"),
    ("row", "Tieto|Säilytysaika"),
    ("row", "Asiakastiedot|3 vuotta viimeisestä tapahtumasta"),
    ("row", "Lainatiedot|poistetaan, kun aineisto on palautettu"),
    ("row", "Maksut|6 vuotta tilikauden päättymisestä"),
    ("heading", "8. Rekisteröidyn oikeudet"),
    (
        "text",
        "Sinulla on oikeus saada pääsy tietoihisi, pyytää tietojen oikaisemista, poistamista ja "
        "käsittelyn rajoittamista sekä vastustaa käsittelyä. Pyyntö tehdään kirjallisesti "
        "kirjaamoon; henkilöllisyys tarkistetaan. Vastaamme kuukauden kuluessa.",
    ),
    (
        "text",
        "Sinulla on oikeus tehdä valitus valvontaviranomaiselle: Tietosuojavaltuutetun toimisto, "
        "Lintulahdenkuja 4, 00530 Helsinki, https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle.",
    ),
    ("heading", "9. Automaattinen päätöksenteko"),
    ("text", "Tietojen perusteella ei tehdä automaattisia päätöksiä eikä profilointia."),
    ("heading", "10. Tietojen suojaaminen"),
    (
        "text",
        "Tietojärjestelmään kirjaudutaan henkilökohtaisilla tunnuksilla. Käyttöoikeudet annetaan "
        "tehtävien mukaan, ja käyttöä valvotaan lokitiedoilla. Paperiaineisto säilytetään "
        "lukitussa tilassa. Henkilöstöä sitoo salassapitovelvollisuus.",
    ),
    (
        "text",
        "Tiedonsiirto kirjaston ja järjestelmän toimittajan välillä on salattu. Profiilikuvia, "
        "biometrisiä tunnisteita tai muita erityisiä henkilötietoryhmiä ei käsitellä.",
    ),
)

# Where long words may be parted at the end of a line.
_BREAKS = (
    "henkilö-tie-to", "Henkilö-tie-to", "tieto-suoja-vas-taa-va", "Tieto-suoja", "tieto-suoja",
    "säily-tys", "Säily-tys", "kirjas-to", "Kirjas-to", "käsi-tel-lä", "käsit-te-ly",
    "järjes-tel-män", "järjes-tel-mäs", "toimek-si-an", "tilas-toi-mi", "salassa-pito-vel-vol",
    "asiakas-rekis-te-rin", "se-los-te", "valvonta-viran-omai", "yleis-tä", "yhteys-tie-dot", "rajoit-ta", "poista-mis",
)  # fmt: skip


def with_soft_hyphens(words: str) -> str:
    """`words` with a soft hyphen wherever a line may break inside a word (URLs excepted)."""
    return " ".join(_soften(word) for word in words.split(" "))


def _soften(word: str) -> str:
    if "@" in word or "//" in word:
        return word
    for parts in _BREAKS:
        word = word.replace(parts.replace("-", ""), parts.replace("-", "\u00ad"))
    return word
