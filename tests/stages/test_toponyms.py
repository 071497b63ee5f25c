"""Toponym resolution: homonyms, chains, distances, the country of the article."""

from __future__ import annotations

import pytest

from newsevents.api import load
from newsevents.schema import Article, Relation
from newsevents.stages.home import country_of, home
from newsevents.stages.names import clean


def find(doc, name):
    return next(m.value for m in doc._.locations if m.value.name == name)


def test_distance_belongs_to_the_place_named_before(annotate):
    doc = annotate("قتل جندي في جبل عصيدة غرب القطرون بحوالي (80كلم).")

    assert find(doc, "جبل عصيدة").relation == Relation(80.0, "W", "القطرون")
    assert find(doc, "القطرون").relation is None
    assert find(doc, "القطرون").reason.startswith("anchor")


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("وقع الهجوم على بعد 40 كيلومترا شمال سبها.", "سبها", Relation(40.0, "N", "سبها")),
        ("وقع الهجوم 35 كم شرقي دير الزور.", "دير الزور", Relation(35.0, "E", "دير الزور")),
        ("قصف الطيران مواقع غرب بنغازي.", "بنغازي", Relation(None, "W", "بنغازي")),
        ("انفجار إلى الشمال من كركوك.", "كركوك", Relation(None, "N", "كركوك")),
        ("انفجار جنوب شرق تعز.", "تعز", Relation(None, "SE", "تعز")),
        ("سفينة على بعد 10 أميال بحرية جنوب غربي الحديدة.", "الحديدة", Relation(18.52, "SW", "الحديدة")),
    ],
)
def test_relations(text, name, relation, annotate):
    assert find(annotate(text), name).relation == relation


def test_chain_from_small_to_large(annotate):
    doc = annotate("انفجر لغم في قرية الحفيرة التابعة لقضاء المقدادية في محافظة ديالى.")

    assert [place.id for place in find(doc, "الحفيرة").within] == ["iq-muqdadiyah-district", "iq-diyala"]
    assert country_of(doc, find(doc, "الحفيرة")) == "IQ"


def test_chain_from_large_to_small(annotate):
    doc = annotate("في محافظة حلب، في مدينة الباب، انفجرت عبوة.")

    assert "sy-aleppo-governorate" in {place.id for place in find(doc, "الباب").within}


def test_what_holds_the_last_holds_the_others(annotate):
    doc = annotate("قصف الطيران بلدتي الزعبرانة والسجعة في محافظة إدلب.")

    assert [place.id for place in find(doc, "الزعبرانة").within] == ["sy-idlib-governorate"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("اشتباكات في طرابلس بين قوات حكومة الوحدة ومسلحين من الزاوية.", "ly-tripoli"),
        ("اشتباكات في طرابلس شمال لبنان.", "lb-tripoli"),
        ("قتل خمسة في حي الصابري ببنغازي وثلاثة في طرابلس.", "ly-tripoli"),
    ],
)
def test_homonyms_follow_the_country(text, place, annotate):
    assert find(annotate(text), "طرابلس").place.id == place


def test_countries_of_the_user_decide():
    nlp = load(countries=["LB"])
    doc = nlp(nlp.make_doc(Article("انفجار في طرابلس أمس.")))

    assert find(doc, "طرابلس").place.id == "lb-tripoli"


def test_home_is_not_the_bureau(annotate):
    doc = annotate("القاهرة - رويترز: قتل سبعة في هجوم على بوابة في سرت، ونقل الجرحى إلى مصراتة.")

    assert home(doc) == "LY"


def test_home_is_unknown_without_a_name(annotate):
    assert home(annotate("قتل سبعة في هجوم على بوابة أمس.")) is None


def test_a_class_word_of_another_kind_rules_out(annotate):
    doc = annotate("اندلع حريق في حي المنصورة بمدينة بغداد غربي العراق.")

    assert find(doc, "المنصورة").place is None or find(doc, "المنصورة").place.country == "IQ"


@pytest.mark.parametrize(
    ("text", "proclitic", "name"),
    [
        ("للقطرون", "لل", "القطرون"),
        ("وبِدرنة", "وب", "درنة"),
        ("«الباغوز»", "", "الباغوز"),
        ("باب العزيزية", "", "باب العزيزية"),
    ],
)
def test_names_are_printed_without_clitics(text, proclitic, name):
    assert clean(text, proclitic) == name


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon", "radius"),
    [
        ("قتل جندي على بعد 80 كلم غرب القطرون.", "القطرون", 24.933, 13.847, 30.6),
        ("وقع الهجوم 35 كم شرقي دير الزور.", "دير الزور", 35.334, 40.525, 13.4),
        ("انفجرت عبوة على مسافة 12 كيلومترا من سبها.", "سبها", 27.038, 14.428, 12.0),
        ("وقعت الاشتباكات بين مجدول والقطرون أمس.", "مجدول", 25.387, 14.822, 53.4),
    ],
)
def test_a_way_from_a_place_gives_coordinates(text, name, lat, lon, radius, annotate):
    point = find(annotate(text), name).point

    assert abs(point.lat - lat) < 0.02
    assert abs(point.lon - lon) < 0.02
    assert abs(point.radius_km - radius) < 1


@pytest.mark.parametrize("text", ["غارة شرق اليمن أمس.", "وقع اتفاق بين ليبيا ومصر."])
def test_nothing_is_counted_from_a_country(text, annotate):
    assert all(mention.value.point is None for mention in annotate(text)._.locations)
