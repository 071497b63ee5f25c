"""Frames, roles, merging and records: a text goes in, its events come out."""

from __future__ import annotations

import pytest

import newsevents as ne

PUBLISHED = "2024-03-08"


def events(text: str, published: str | None = PUBLISHED) -> ne.Events:
    return ne.extract(text, published)


def roles(event: ne.Record) -> dict[str, str]:
    return {str(actor["name"]): str(actor["role"]) for actor in event.actors}


def killed(event: ne.Record) -> list[int | None]:
    return [row["best"] for row in event.casualties if row["kind"] == "killed"]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("قتل خمسة مدنيين في غارة جوية إسرائيلية على بلدة عيتا الشعب أمس.", "Air/drone strike"),
        ("أصيب طفلان بانفجار لغم أرضي في مديرية حيس أمس.", "Remote explosive/landmine/IED"),
        ("قصفت المدفعية التركية قرية سيدان أمس وأصيب راع.", "Shelling/artillery/missile attack"),
        ("فجر انتحاري نفسه عند بوابة فندق في مقديشو أمس وقتل تسعة.", "Suicide bomb"),
        ("اندلعت اشتباكات بين الجيش ومسلحين في مدينة سبها أمس.", "Armed clash"),
        ("هاجم مسلحون نقطة للشرطة في العريش أمس وقتلوا شرطيين.", "Armed clash"),
        ("أطلق مسلحون النار على تاجر في مدينة البصرة أمس فقتلوه.", "Attack"),
        ("اختطف مسلحون مجهولون طبيبا في مدينة الزاوية أمس.", "Abduction/forced disappearance"),
        ("اعتقلت قوات الاحتلال شابين من بلدة بيتا أمس.", "Arrests"),
        ("تظاهر المئات في مدينة الناصرية أمس للمطالبة بالخدمات.", "Peaceful protest"),
        ("رشق محتجون قوات الأمن بالحجارة في مدينة الكوت أمس.", "Violent demonstration"),
        ("أحبطت قوات الأمن تفجير سيارة مفخخة في مقديشو أمس.", "Disrupted weapons use"),
    ],
)
def test_the_type_follows_from_trigger_weapon_and_target(text: str, sub_type: str) -> None:
    assert [event.sub_event_type for event in events(text)] == [sub_type]


@pytest.mark.parametrize(
    "text",
    [
        "نفت الوزارة مقتل جنود في بلدة القطرون أمس.",
        "هدد التنظيم بقصف مدينة حلب.",
        "تعتزم القوات شن هجوم على مدينة سرت الأسبوع المقبل.",
        "شن المنتخب هجوما كاسحا على مرمى الضيوف في بغداد أمس.",
        "استشهد الكاتب بقول للمتنبي في ندوة بدمشق أمس.",
        "لقي خمسة أشخاص مصرعهم في انقلاب حافلة قرب مدينة سطيف أمس.",
        "أسفرت الحرب عن مقتل أكثر من 40 ألف شخص منذ عام 2011.",
    ],
)
def test_what_did_not_happen_or_is_no_incident_gives_no_event(text: str) -> None:
    assert events(text) == []


def test_what_is_left_out_is_kept_with_its_reason() -> None:
    found = events("نفت الوزارة مقتل جنود في بلدة القطرون أمس.")

    assert "denied" in {discard.reason for discard in found.discards}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم مسلحو حركة الشباب قاعدة للقوات الحكومية في مدينة بيدوا أمس.", "perpetrator"),
        ("استهدفت غارة جوية حركة الشباب في بلدة بلعد أمس.", "target"),
        ("قتل جندي على يد عناصر من حركة الشباب في مدينة بيدوا أمس.", "perpetrator"),
    ],
)
def test_position_and_markers_tell_who_did_it(text: str, expected: str) -> None:
    found = events(text)[0]
    role = next(actor["role"] for actor in found.actors if actor["id"] == "al-shabaab")

    assert role == expected


def test_headline_lead_and_detail_are_one_event() -> None:
    text = (
        "مقتل جنديين في هجوم بسبها\n\n"
        "قتل جنديان وأصيب ثالث، الخميس، في هجوم شنه مسلحون على نقطة للجيش في مدينة سبها جنوب ليبيا.\n\n"
        "وقال مصدر طبي إن الهجوم أسفر أيضا عن إصابة مدني بجروح طفيفة.\n"
    )

    assert len(events(text)) == 1


def test_incidents_in_different_towns_stay_apart() -> None:
    text = "قتل جندي في انفجار عبوة ناسفة في مدينة سبها أمس. وفي مدينة درنة، قتل مدنيان في انفجار سيارة مفخخة اليوم."

    assert [event.location["name"] for event in events(text)] == ["سبها", "درنة"]


def test_a_later_toll_updates_the_earlier_one() -> None:
    text = (
        "ارتفعت حصيلة الهجوم الذي استهدف سوقا في مدينة تعز أمس إلى تسعة قتلى.\n"
        "وكانت حصيلة سابقة تحدثت عن مقتل خمسة أشخاص.\n"
    )
    row = next(row for row in events(text)[0].casualties if row["kind"] == "killed")

    assert (row["low"], row["best"]) == (5, 9)


def test_parts_detail_and_never_add() -> None:
    row = events("قتل سبعة مدنيين بينهم ثلاثة أطفال في قصف على مدينة تعز أمس.")[0].casualties[0]

    assert (row["best"], row["of_whom"]) == (7, [{"group": "children", "count": 3}])


def test_both_sides_losses_are_apart() -> None:
    found = events("قتل ثلاثة جنود وخمسة مسلحين في اشتباكات بمدينة العريش أمس.")[0]

    assert {row["victim_type"]: row["best"] for row in found.casualties} == {
        "state_forces": 3,
        "non_state_fighters": 5,
    }


def test_a_dateline_is_not_where_it_happened() -> None:
    found = events("القاهرة - وكالات: قتل جنديان في هجوم على نقطة للجيش في مدينة سبها أمس.")[0]

    assert found.location["name"] == "سبها"


def test_a_dateline_gives_the_day_of_publication() -> None:
    text = "قتيلان في هجوم بسبها\nالقاهرة - وكالات الجمعة 8 مارس 2024\nقتل جنديان في هجوم على نقطة للجيش في سبها أمس.\n"
    found = events(text, None)[0]

    assert (found.published, found.date["start"]) == ("2024-03-08", "2024-03-07")


def test_without_any_date_a_relative_day_stays_unknown() -> None:
    found = events("قتل جنديان في هجوم على نقطة للجيش في مدينة سبها أمس.", None)[0]

    assert (found.date["start"], found.date["precision"]) == (None, "unknown")


def test_fresh_news_with_no_day_has_the_week_of_publication() -> None:
    found = events("قتل جنديان في هجوم على نقطة للجيش في مدينة سبها.")[0]

    assert (found.date["start"], found.date["precision"]) == (PUBLISHED, "week")


def test_every_span_quotes_the_text() -> None:
    text = "قُتل ٣ مدنيين 😀 في غارةٍ إسرائيليّة على بلدة «عيتا الشعب» أمس."
    found = events(text)[0]

    assert all(text[a["span"][0] : a["span"][1]] == a["text"] for a in found.evidence)


def test_a_title_that_the_text_lacks_has_no_span() -> None:
    found = ne.extract(
        "قتل جنديان في هجوم على نقطة للجيش في سبها أمس.", PUBLISHED, title="هجوم على نقطة عسكرية في سبها يوقع قتيلين"
    )

    assert all(e["span"] is None or e["span"][0] >= 0 for e in found[0].evidence)


def test_the_same_input_gives_the_same_ids() -> None:
    text = "قتل جنديان في هجوم على نقطة للجيش في مدينة سبها أمس."

    assert [e.event_id for e in events(text)] == [e.event_id for e in events(text)]


def test_a_headline_of_another_story_keeps_its_toll_to_itself() -> None:
    text = (
        "مقتل جندي في هجوم بمدينة سبها\n\n"
        "قتل جندي، الخميس، في هجوم شنه مسلحون على نقطة للجيش في مدينة سبها.\n\n"
        "- مقتل عشرة أشخاص في انفجار بمدينة درنة\n"
        "- الحكومة تعقد اجتماعا في طرابلس\n\n"
        "وأضاف المصدر أن المهاجمين فروا.\n"
    )
    body = [event for event in events(text) if event.section == "body"]

    assert [killed(event) for event in body] == [[1]]


def test_the_pipeline_requires_only_what_it_assigns(nlp) -> None:
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_explain_names_the_rows_that_decided() -> None:
    told = ne.explain("لقي 3 أشخاص مصرعهم في غارة على مدينة إدلب أمس.", PUBLISHED)

    assert "triggers/" in told and "time/dates.tsv" in told


def test_explain_says_why_there_is_nothing() -> None:
    told = ne.explain("هدد التنظيم بقصف مدينة حلب.")

    assert "0 events" in told and "threatened" in told


def test_a_direction_points_from_a_city_and_is_not_where_it_happened() -> None:
    found = events("قتل أربعة جنود في كمين بولاية عين الدفلى جنوب غرب العاصمة الجزائر أمس.")[0]

    assert found.location["name"] == "عين الدفلى"


def test_crowd_has_the_name_of_who_protests():
    found = events("تظاهر مئات العمال أمام مصنع النسيج في مدينة صفاقس أمس.")

    assert [(a["name"], a["canonical_ar"], a["role"]) for a in found[0].actors] == [
        ("العمال", "متظاهرون", "perpetrator")
    ]


def test_wounded_protesters_are_one_target():
    found = events("أصيب أربعة متظاهرين برصاص قوات الأمن في مدينة عدن أمس خلال احتجاجات.")

    assert [a["type"] for a in found[0].actors if a["role"] == "target"] == ["protesters"]


def test_source_taken_up_is_the_one_named_before():
    found = events(
        "قال مصدر طبي إن ثلاثة مدنيين قتلوا في قصف على مدينة سرمين أمس. وأضاف المصدر أن طفلا أصيب في بلدة النيرب."
    )

    assert {event.attribution["name"] for event in found if event.attribution} == {"مصدر طبي"}


def test_armed_group_that_announces_is_a_belligerent_source():
    found = events("أعلنت كتائب القسام قتل ثلاثة جنود إسرائيليين في كمين في مدينة خان يونس أمس.")

    assert [(event.attribution or {}).get("kind") for event in found] == ["belligerent"]
    assert [event.status for event in found] == ["claimed"]
