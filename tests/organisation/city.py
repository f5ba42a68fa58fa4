"""A city's notices made from one template: many registers, one to three languages, shared contacts.

Names are invented; the registers are those that any Finnish city has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Finnish, Swedish and English name of the register, slug in each, department, statute.
_REGISTERS = """
kirjaston asiakasrekisteri|bibliotekets kundregister|library customer register|kirjasto|bibliotek|library|vapaa-aika|laki yleisistä kirjastoista (1492/2016)
kirjaston kaukopalvelurekisteri|bibliotekets fjärrlåneregister|library interlibrary loan register|kaukopalvelu|fjarrlan|interlibrary|vapaa-aika|laki yleisistä kirjastoista (1492/2016)
kirjaston tapahtumien ilmoittautumisrekisteri|anmälningsregister för bibliotekets evenemang|library event registration register|kirjastotapahtumat|biblioteksevenemang|library-events|vapaa-aika|laki yleisistä kirjastoista (1492/2016)
uimahallin asiakasrekisteri|simhallens kundregister|swimming hall customer register|uimahalli|simhall|swimming-hall|vapaa-aika|liikuntalaki (390/2015)
jäähallin asiakasrekisteri|ishallens kundregister|ice rink customer register|jaahalli|ishall|ice-rink|vapaa-aika|liikuntalaki (390/2015)
liikuntatilojen varausrekisteri|bokningsregister för idrottslokaler|sports venue booking register|liikuntatilat|idrottslokaler|sports-venues|vapaa-aika|liikuntalaki (390/2015)
liikuntaryhmien ilmoittautumisrekisteri|anmälningsregister för motionsgrupper|exercise group registration register|liikuntaryhmat|motionsgrupper|exercise-groups|vapaa-aika|liikuntalaki (390/2015)
venepaikkarekisteri|båtplatsregister|boat berth register|venepaikat|batplatser|boat-berths|vapaa-aika|liikuntalaki (390/2015)
nuorisotilojen kävijärekisteri|ungdomsgårdarnas besökarregister|youth centre visitor register|nuorisotilat|ungdomsgardar|youth-centres|nuoriso|nuorisolaki (1285/2016)
nuorten työpajan asiakasrekisteri|ungdomsverkstadens klientregister|youth workshop client register|tyopaja|verkstad|youth-workshop|nuoriso|nuorisolaki (1285/2016)
etsivän nuorisotyön asiakasrekisteri|det uppsökande ungdomsarbetets klientregister|outreach youth work client register|etsiva|uppsokande|outreach|nuoriso|nuorisolaki (1285/2016)
nuorisovaltuuston yhteystietorekisteri|ungdomsfullmäktiges kontaktregister|youth council contact register|nuorisovaltuusto|ungdomsfullmaktige|youth-council|nuoriso|nuorisolaki (1285/2016)
kansalaisopiston opiskelijarekisteri|medborgarinstitutets studeranderegister|adult education student register|kansalaisopisto|medborgarinstitut|adult-education|sivistys|laki vapaasta sivistystyöstä (632/1998)
kansalaisopiston opettajarekisteri|medborgarinstitutets lärarregister|adult education teacher register|opettajat|larare|teachers|sivistys|laki vapaasta sivistystyöstä (632/1998)
perusopetuksen oppilasrekisteri|den grundläggande utbildningens elevregister|basic education pupil register|perusopetus|grundutbildning|basic-education|sivistys|perusopetuslaki (628/1998)
iltapäivätoiminnan asiakasrekisteri|eftermiddagsverksamhetens klientregister|after-school activity client register|iltapaiva|eftermiddag|after-school|sivistys|perusopetuslaki (628/1998)
koulukuljetusten asiakasrekisteri|skolskjutsarnas klientregister|school transport client register|koulukuljetus|skolskjuts|school-transport|sivistys|perusopetuslaki (628/1998)
lukion opiskelijarekisteri|gymnasiets studeranderegister|upper secondary student register|lukio|gymnasium|upper-secondary|sivistys|lukiolaki (714/2018)
varhaiskasvatuksen asiakasrekisteri|småbarnspedagogikens klientregister|early childhood education client register|varhaiskasvatus|smabarnspedagogik|early-childhood|sivistys|varhaiskasvatuslaki (540/2018)
varhaiskasvatuksen hakijarekisteri|småbarnspedagogikens sökanderegister|early childhood education applicant register|hakijat|sokande|applicants|sivistys|varhaiskasvatuslaki (540/2018)
musiikkiopiston oppilasrekisteri|musikinstitutets elevregister|music school pupil register|musiikki|musik|music|sivistys|laki taiteen perusopetuksesta (633/1998)
kuvataidekoulun oppilasrekisteri|konstskolans elevregister|art school pupil register|kuvataide|konst|art-school|sivistys|laki taiteen perusopetuksesta (633/1998)
museon kokoelmarekisteri|museets samlingsregister|museum collection register|museo|museum|museum|kulttuuri|museolaki (314/2019)
museon asiakasrekisteri|museets kundregister|museum customer register|museoasiakkaat|museikunder|museum-customers|kulttuuri|museolaki (314/2019)
teatterin lipunmyyntirekisteri|teaterns biljettregister|theatre ticket register|teatteri|teater|theatre|kulttuuri|kuntalaki (410/2015)
kulttuuriavustusten hakijarekisteri|register över sökande av kulturbidrag|culture grant applicant register|kulttuuriavustukset|kulturbidrag|culture-grants|kulttuuri|kuntalaki (410/2015)
rakennusvalvonnan lupa-asioiden rekisteri|byggnadstillsynens tillståndsregister|building control permit register|rakennusvalvonta|byggnadstillsyn|building-control|tekninen|rakentamislaki (751/2023)
kaavoituksen osallisrekisteri|planläggningens intressentregister|town planning stakeholder register|kaavoitus|planlaggning|town-planning|tekninen|alueidenkäyttölaki (132/1999)
tonttien varausrekisteri|tomtreserveringsregister|plot reservation register|tontit|tomter|plots|tekninen|kuntalaki (410/2015)
vesihuollon asiakasrekisteri|vattentjänstens kundregister|water supply customer register|vesi|vatten|water|tekninen|vesihuoltolaki (119/2001)
pysäköinninvalvonnan rekisteri|parkeringsövervakningens register|parking enforcement register|pysakointi|parkering|parking|tekninen|laki pysäköinninvalvonnasta (727/2011)
asukaspysäköinnin tunnusrekisteri|boendeparkeringens tillståndsregister|resident parking permit register|asukaspysakointi|boendeparkering|resident-parking|tekninen|laki pysäköinninvalvonnasta (727/2011)
jätehuollon palautelaskutusrekisteri|avfallshanteringens faktureringsregister|waste management billing register|jatehuolto|avfall|waste|tekninen|jätelaki (646/2011)
kiinteistöjen kameravalvontarekisteri|fastigheternas kameraövervakningsregister|property camera surveillance register|kameravalvonta|kameraovervakning|cameras|tekninen|kuntalaki (410/2015)
kulunvalvonnan rekisteri|passerkontrollens register|access control register|kulunvalvonta|passerkontroll|access-control|tekninen|kuntalaki (410/2015)
ympäristönsuojelun valvontarekisteri|miljövårdens tillsynsregister|environmental protection supervision register|ymparisto|miljo|environment|ymparisto|ympäristönsuojelulaki (527/2014)
ympäristöterveyden valvontakohderekisteri|miljöhälsans tillsynsregister|environmental health supervision register|ymparistoterveys|miljohalsa|environmental-health|ymparisto|terveydensuojelulaki (763/1994)
eläinlääkinnän asiakasrekisteri|veterinärtjänsternas klientregister|veterinary service client register|elainlaakari|veterinar|veterinary|ymparisto|eläinlääkintähuoltolaki (285/2023)
maaseutuhallinnon asiakasrekisteri|landsbygdsförvaltningens klientregister|rural administration client register|maaseutu|landsbygd|rural|ymparisto|kuntalaki (410/2015)
henkilöstöhallinnon rekisteri|personalförvaltningens register|human resources register|henkilosto|personal|human-resources|hallinto|laki yksityisyyden suojasta työelämässä (759/2004)
rekrytoinnin hakijarekisteri|rekryteringens sökanderegister|recruitment applicant register|rekrytointi|rekrytering|recruitment|hallinto|laki yksityisyyden suojasta työelämässä (759/2004)
palkanlaskennan rekisteri|löneräkningens register|payroll register|palkat|loner|payroll|hallinto|laki yksityisyyden suojasta työelämässä (759/2004)
asianhallinnan rekisteri|ärendehanteringens register|case management register|asianhallinta|arendehantering|case-management|hallinto|hallintolaki (434/2003)
luottamushenkilörekisteri|register över förtroendevalda|elected officials register|luottamushenkilot|fortroendevalda|elected-officials|hallinto|kuntalaki (410/2015)
sidonnaisuusrekisteri|bindningsregister|register of declared interests|sidonnaisuudet|bindningar|interests|hallinto|kuntalaki (410/2015)
asiakaspalautteen rekisteri|kundresponsregister|customer feedback register|palaute|respons|feedback|hallinto|kuntalaki (410/2015)
laskutuksen asiakasrekisteri|faktureringens kundregister|billing customer register|laskutus|fakturering|billing|hallinto|kirjanpitolaki (1336/1997)
ostolaskujen toimittajarekisteri|leverantörsregister för inköpsfakturor|purchase invoice supplier register|ostolaskut|inkopsfakturor|purchase-invoices|hallinto|kirjanpitolaki (1336/1997)
työllisyyspalvelujen asiakasrekisteri|sysselsättningstjänsternas klientregister|employment service client register|tyollisyys|sysselsattning|employment|elinvoima|laki työvoimapalveluiden järjestämisestä (380/2023)
kotoutumispalvelujen asiakasrekisteri|integrationstjänsternas klientregister|integration service client register|kotoutuminen|integration|integration|elinvoima|laki kotoutumisen edistämisestä (681/2023)
yrityspalvelujen asiakasrekisteri|företagstjänsternas kundregister|business service customer register|yrityspalvelut|foretagstjanster|business|elinvoima|kuntalaki (410/2015)
matkailuneuvonnan asiakasrekisteri|turistrådgivningens kundregister|tourist information customer register|matkailu|turism|tourism|elinvoima|kuntalaki (410/2015)
uutiskirjeen tilaajarekisteri|nyhetsbrevets prenumerantregister|newsletter subscriber register|uutiskirje|nyhetsbrev|newsletter|viestinta|kuntalaki (410/2015)
tapahtumien ilmoittautumisrekisteri|anmälningsregister för evenemang|event registration register|tapahtumat|evenemang|events|viestinta|kuntalaki (410/2015)
verkkosivujen kävijärekisteri|webbplatsens besökarregister|website visitor register|verkkosivut|webbplats|website|viestinta|kuntalaki (410/2015)
kuvapankin henkilörekisteri|bildbankens personregister|image bank register|kuvapankki|bildbank|image-bank|viestinta|kuntalaki (410/2015)
""".strip().split("\n")
_PERIODS = (
    ("kaksi vuotta", "två år", "two years"), ("viisi vuotta", "fem år", "five years"),
    ("kymmenen vuotta", "tio år", "ten years"), ("kuusi kuukautta", "sex månader", "six months"),
)  # fmt: skip
_LAWS = {
    "fi": "Tehtävästä säädetään: {law}.", "sv": "Om uppgiften föreskrivs i lagen ({number}).",
    "en": "The task is laid down in the Act ({number}).",
}  # fmt: skip
_TEMPLATES = {
    "fi": """# Tietosuojaseloste: {name}

Päivitetty {day}.3.2026

## Rekisterinpitäjä

Koivulan kaupunki
PL 7, 05801 Hyvinkää
Vaihde: 019 555 0300
kirjaamo@koivula.example

## Yhteyshenkilö

Lisätietoja antaa {department}, {email}

## Tietosuojavastaava

tietosuojavastaava@koivula.example, puh. 019 555 0320

## Käsittelyn tarkoitus ja oikeusperuste

Henkilötietoja käsitellään, jotta palvelu voidaan järjestää asukkaille. Rekisteri on {name}.
Käsittely on tarpeen yleistä etua koskevan tehtävän suorittamiseksi (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta). {law}

## Rekisterin tietosisältö

Rekisterissä on asiakkaan nimi, osoite, puhelinnumero ja sähköpostiosoite sekä asioinnin tiedot.

## Tietolähteet

Tiedot saadaan rekisteröidyltä itseltään ja väestötietojärjestelmästä.

## Tietojen luovutukset

Tietoja ei luovuteta säännönmukaisesti kaupungin ulkopuolelle. Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle.

## Säilytysaika

Tietoja säilytetään {period} asiakkuuden päättymisestä, minkä jälkeen ne hävitetään.

## Rekisteröidyn oikeudet

Sinulla on oikeus saada pääsy tietoihisi, oikeus vaatia tietojen oikaisemista, oikeus rajoittaa käsittelyä ja oikeus vastustaa käsittelyä.
Pyyntö tehdään kaupungin kirjaamoon. Sinulla on oikeus tehdä valitus tietosuojavaltuutetulle.

## Automaattinen päätöksenteko

Tietojen perusteella ei tehdä automaattisia päätöksiä eikä profilointia.
""",
    "sv": """# Dataskyddsbeskrivning: {name}

Uppdaterad {day}.3.2026

## Personuppgiftsansvarig

Björklunda stad
PB 7, 05801 Hyvinge
Växel: 019 555 0300
kirjaamo@koivula.example

## Kontaktperson

Närmare information ger {department}, {email}

## Dataskyddsombud

tietosuojavastaava@koivula.example, tfn 019 555 0320

## Ändamålet med och den rättsliga grunden för behandlingen

Personuppgifterna behandlas för att tjänsten ska kunna ordnas för invånarna. Registret är {name}.
Behandlingen är nödvändig för att utföra en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen). {law}

## Registrets datainnehåll

I registret finns kundens namn, adress, telefonnummer och e-postadress samt uppgifter om ärendena.

## Uppgiftskällor

Uppgifterna fås av den registrerade själv och ur befolkningsdatasystemet.

## Utlämnande av uppgifter

Uppgifter lämnas inte regelmässigt ut utanför staden. Uppgifter överförs inte utanför EU eller EES.

## Lagringstid

Uppgifterna sparas i {period} efter att kundförhållandet har upphört, varefter de förstörs.

## Den registrerades rättigheter

Du har rätt att få tillgång till dina uppgifter, rätt att kräva att uppgifterna rättas, rätt att begränsa behandlingen och rätt att invända mot behandlingen.
Begäran görs hos stadens registratorskontor. Du har rätt att lämna in klagomål till dataombudsmannen.

## Automatiserat beslutsfattande

Inga automatiserade beslut och ingen profilering görs på grundval av uppgifterna.
""",
    "en": """# Privacy notice: {name}

Updated {day} March 2026

## Controller

City of Koivula
PO Box 7, 05801 Hyvinkää
Switchboard: 019 555 0300
kirjaamo@koivula.example

## Contact person

Further information is given by {department}, {email}

## Data protection officer

tietosuojavastaava@koivula.example, tel. 019 555 0320

## Purpose and legal basis of the processing

Personal data are processed so that the service can be provided to the residents. The register is the {name}.
The processing is necessary for a task carried out in the public interest (Article 6(1)(e) of the GDPR). {law}

## Categories of personal data

The register holds the customer's name, address, telephone number and e-mail address, and details of the matters.

## Sources of data

The data come from the data subject and from the population information system.

## Disclosure of data

Data are not regularly disclosed outside the city. Data are not transferred outside the EU or EEA.

## Retention period

The data are kept for {period} after the customer relationship has ended, and are then destroyed.

## Rights of the data subject

You have the right of access to your data, the right to have them rectified, the right to restrict processing and the right to object to processing.
Requests are made to the registry office of the city. You have the right to lodge a complaint with the Data Protection Ombudsman.

## Automated decision-making

No automated decisions or profiling are made on the basis of the data.
""",
}


@dataclass(frozen=True, slots=True)
class CityNotice:
    """A notice of the city: its file, its text, and the number of the register that it describes."""

    path: str
    text: str
    register: int
    language: str


def city_notices(*, names: str, count: int = 300, others: int = 2) -> Iterator[CityNotice]:
    """Notices of a city, all right: 168 of them when each register is there in three languages.

    `names` is how files are called: `suffix` (`kirjasto-fi.md`), `folder` (`sv/04-bibliotek.md`) or
    `translated` (`bibliotek.md`). Of every third register only one language is there. Beyond the
    registers' number their units are counted: the library of the second district, and so on.
    """
    made = 0
    for number in range(count):
        row = _REGISTERS[number % len(_REGISTERS)].split("|")
        for place, language in enumerate(("fi", "sv", "en")):
            if number % 3 == 2 and place != number % others:
                continue
            yield _notice(number, row, place, language, names)
            made += 1
            if made == count:
                return


def _notice(number: int, row: list[str], place: int, language: str, names: str) -> CityNotice:
    district = number // len(_REGISTERS)
    unit = ("", f" ({('alue', 'område', 'district')[place]} {district + 1})")[district > 0]
    slug = row[3 + place] + (f"-{district + 1}" if district else "")
    path = {
        "suffix": f"{row[3]}{f'-{district + 1}' if district else ''}-{language}.md",
        "folder": f"{language}/{number + 1:03}-{slug}.md",
        "translated": f"{slug}.md" if language != "en" else f"en-{slug}.md",
    }[names]
    law = row[7]
    text = _TEMPLATES[language].format(
        name=row[place] + unit,
        day=number % 27 + 1,
        department=row[6],
        email=f"{row[6].replace('ä', 'a')}@koivula.example",
        law=_LAWS[language].format(law=law, number=law.partition("(")[2].rstrip(")")),
        period=_PERIODS[number % len(_PERIODS)][place],
    )
    return CityNotice(path, text, number, language)
