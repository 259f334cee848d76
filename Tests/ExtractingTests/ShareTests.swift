import Testing

@Suite("Shares and the counts beside them")
struct ShareTests {
  @Test("a count and its share in brackets")
  func countThenShare() {
    expect(
      "Đảng bộ có 870 đảng viên, trong đó nữ 384 đồng chí (44,1%).",
      """
      members 870
      members 384 sex=female
      members 44.1 percent sex=female
      """)
  }

  @Test("a share and its count in brackets")
  func shareThenCount() {
    expect(
      "Đảng viên nữ chiếm 44,1% (384 đồng chí).",
      """
      members 44.1 percent sex=female
      members 384 sex=female
      """)
  }

  @Test("a count, a comma and chiếm")
  func shareBehindComma() {
    expect(
      "Có 96 đảng viên là người dân tộc thiểu số, chiếm 11,03%.",
      """
      members 96 ethnicity=minority
      members 11.03 percent ethnicity=minority
      """)
  }

  @Test("part over whole")
  func partOverWhole() {
    expect(
      "Có 12/15 chi bộ có đảng viên dự bị; 384/870 đảng viên nữ, chiếm 44,1%.",
      """
      members 384 sex=female
      members 870
      members 44.1 percent sex=female
      """)
  }

  @Test("part over whole in a rating: the second number is the rated whole's own concept")
  func ratedOverAll() {
    expect(
      "Năm 2025, có 421/468 đảng viên được đánh giá, xếp loại.",
      """
      rated_members 421 @2025
      members 468 @2025-12-31
      """)
  }

  @Test("a share of the plan")
  func shareOfPlan() {
    expect(
      "Trong quý đã kết nạp 25 đảng viên, đạt 96,2% chỉ tiêu.",
      """
      admissions 25
      admissions 96.2 percent of(nature=target)
      """)
  }

  @Test("a share of the plan and the plan's own number")
  func planBeside() {
    expect(
      "Trong năm 2025 đã kết nạp 25/26 đảng viên, đạt 96,2% chỉ tiêu.",
      """
      admissions 25 @2025
      admissions 26 @2025 target
      admissions 96.2 percent @2025 of(nature=target)
      """)
  }

  @Test("a share of another concept names its whole")
  func otherWhole() {
    expect(
      "Trong quý kết nạp 16 đảng viên, bằng 1,8% tổng số đảng viên.",
      """
      admissions 16
      admissions 1.8 percent of(members)
      """)
  }

  @Test("a share of those admitted is a share of the same concept")
  func sameConcept() {
    expect(
      "Kết nạp 16 đảng viên, trong đó nữ 11 đồng chí (68,75%).",
      """
      admissions 16
      admissions 11 sex=female
      admissions 68.75 percent sex=female
      """)
  }
}

@Suite("Growth against an earlier period")
struct GrowthTests {
  @Test("an increase by a count, and the earlier count")
  func increase() {
    expect(
      "Trong quý I kết nạp 08 đảng viên, tăng 02 đồng chí so với cùng kỳ năm 2025 (06 đồng chí).",
      """
      admissions 8
      admissions 2 growth base(2025-01-01..2025-03-31)
      admissions 6 @2025-01-01..2025-03-31
      """)
  }

  @Test("a decrease is negative")
  func decrease() {
    expect(
      "Trong quý I kết nạp 04 đảng viên, giảm 02 đồng chí so với cùng kỳ năm 2025.",
      """
      admissions 4
      admissions -2 growth base(2025-01-01..2025-03-31)
      """)
  }

  @Test("a decrease in percent")
  func decreaseInPercent() {
    expect(
      "Năm 2025 kết nạp 400 đảng viên, giảm 18,2% so với năm 2024.",
      """
      admissions 400
      admissions -18.2 percent growth base(2024)
      """, in: .province)
  }

  @Test("bằng … % so với is an index")
  func index() {
    expect(
      "Năm 2025 kết nạp 400 đảng viên, bằng 81,8% so với năm 2024.",
      """
      admissions 400
      admissions 81.8 percent index base(2024)
      """, in: .province)
  }

  @Test("gấp … lần is an index")
  func times() {
    expect(
      "Năm 2025 kết nạp 400 đảng viên, gấp 1,5 lần so với năm 2024.",
      """
      admissions 400
      admissions 1.5 ratio index base(2024)
      """, in: .province)
  }

  @Test("from one value to another: both are facts of their own time")
  func fromTo() {
    expect(
      "Số chi bộ trực thuộc tăng từ 59 năm 2020 lên 62 năm 2025.",
      """
      organizations 59 org_type=commune_cell @2020-12-31
      organizations 62 org_type=commune_cell @2025-12-31
      """)
  }

  @Test("percentage points are no growth")
  func points() {
    expect(
      "Đảng viên nữ chiếm 44,1%, tăng 1,2 điểm phần trăm so với năm 2024.",
      "members 44.1 percent sex=female")
  }

  @Test("a stock against a day")
  func stock() {
    expect(
      "Toàn Đảng bộ có 870 đảng viên, tăng 12 đồng chí so với cuối năm 2025.",
      """
      members 870
      members 12 growth base(2025-12-31)
      """)
  }
}

@Suite("When")
struct TimeTests {
  @Test("a day of its own")
  func ownDay() {
    expect("Đến ngày 31/12/2025, Đảng bộ có 858 đảng viên.", "members 858 @2025-12-31")
  }

  @Test("the beginning of a year is the last day of the one before")
  func beginning() {
    expect("Đầu năm 2024, Đảng bộ có 840 đảng viên.", "members 840 @2023-12-31")
  }

  @Test("a date beside a word of time holds as written")
  func dateAsWritten() {
    expect("Đầu kỳ (01/01/2024), Đảng bộ có 840 đảng viên.", "members 840 @2024-01-01")
  }

  @Test("a bare year: a flow over its days, a stock on its last")
  func bareYear() {
    expect(
      "Năm 2025, Đảng bộ có 858 đảng viên, kết nạp 31 đảng viên.",
      """
      members 858 @2025-12-31
      admissions 31 @2025
      """)
  }

  @Test("a quarter by name")
  func quarter() {
    expect("Quý IV năm 2025 đã kết nạp 9 đảng viên.", "admissions 9 @2025-10-01..2025-12-31")
  }

  @Test("a month by name")
  func month() {
    expect("Trong tháng 02/2026 đã kết nạp 3 đảng viên.", "admissions 3 @2026-02-01..2026-02-28")
  }

  @Test("nine months")
  func nineMonths() {
    expect(
      "Trong 9 tháng đầu năm 2025 đã kết nạp 22 đảng viên.", "admissions 22 @2025-01-01..2025-09-30")
  }

  @Test("years from and to")
  func span() {
    expect(
      "Giai đoạn 2021 - 2025 đã kết nạp 140 đảng viên.", "admissions 140 @2021-01-01..2025-12-31")
  }

  @Test("from the beginning of the term until now")
  func sinceTerm() {
    expect(
      "Từ đầu nhiệm kỳ 2020 - 2025 đến nay đã kết nạp 151 đảng viên.",
      "admissions 151 @2020-01-01..2026-03-31")
  }

  @Test("a year series, year first")
  func seriesYearFirst() {
    expect(
      "Kết nạp đảng viên qua các năm: năm 2023: 28 đồng chí, năm 2024: 30 đồng chí, năm 2025: 31 đồng chí.",
      """
      admissions 28 @2023
      admissions 30 @2024
      admissions 31 @2025
      """)
  }

  @Test("a year series, figure first")
  func seriesFigureFirst() {
    expect(
      "Kết nạp 28 đảng viên năm 2023, 30 đảng viên năm 2024 và 31 đảng viên năm 2025.",
      """
      admissions 28 @2023
      admissions 30 @2024
      admissions 31 @2025
      """)
  }

  @Test("a year series in brackets behind its total")
  func seriesInBrackets() {
    expect(
      "Từ năm 2023 đến năm 2025 kết nạp 89 đảng viên (năm 2023: 28; năm 2024: 30; năm 2025: 31).",
      """
      admissions 89 @2023-01-01..2025-12-31
      admissions 28 @2023
      admissions 30 @2024
      admissions 31 @2025
      """)
  }

  @Test("a year series in a footnote")
  func seriesInFootnote() {
    expect(
      """
      Từ năm 2023 đến năm 2025 kết nạp 89 đảng viên¹.

      ¹ Năm 2023: 28 đồng chí; năm 2024: 30 đồng chí; năm 2025: 31 đồng chí.
      """,
      """
      admissions 89 @2023-01-01..2025-12-31
      admissions 28 @2023
      admissions 30 @2024
      admissions 31 @2025
      """)
  }

  @Test("years as labels of list items")
  func labelYears() {
    expect(
      """
      Kết quả kết nạp đảng viên:
      - Năm 2024: 30 đồng chí, trong đó 14 nữ.
      - Năm 2025: 31 đồng chí, trong đó 16 nữ.
      """,
      """
      admissions 30 @2024
      admissions 14 sex=female @2024
      admissions 31 @2025
      admissions 16 sex=female @2025
      """)
  }

  @Test("a footnote on a heading dates its section")
  func datedSection() {
    expect(
      """
      1. Công tác đảng viên¹

      Đảng bộ có 858 đảng viên.

      ¹ Số liệu tính đến ngày 31/12/2025.
      """,
      "members 858 @2025-12-31")
  }
}

@Suite("What is planned and what is expected")
struct PlanTests {
  @Test("a target has the year it is for")
  func target() {
    expect("Chỉ tiêu năm 2026 kết nạp 35 đảng viên.", "admissions 35 @2026 target")
  }

  @Test("a share that is aimed at")
  func share() {
    expect(
      "Phấn đấu đến năm 2030, đảng viên nữ chiếm 45% trở lên.",
      "members 45 percent sex=female @2030-12-31 at_least target")
  }

  @Test("a forecast is no target")
  func forecast() {
    expect(
      "Dự báo đến cuối năm 2026, Đảng bộ có 900 đảng viên.", "members 900 @2026-12-31 forecast")
  }

  @Test("a heading turns to plans")
  func heading() {
    expect(
      """
      I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ I

      Đã kết nạp 16 đảng viên.

      II. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026

      Kết nạp 12 đảng viên.
      """,
      """
      admissions 16
      admissions 12 @2026-04-01..2026-06-30 target
      """)
  }

  @Test("what has been done under a heading of plans remains done")
  func doneBelowPlans() {
    expect(
      """
      II. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2026

      Trong quý I đã kết nạp 16 đảng viên.
      """,
      "admissions 16")
  }

  @Test("targets of a term run over its years")
  func term() {
    expect(
      "Mục tiêu nhiệm kỳ 2025 - 2030: kết nạp 180 đảng viên.",
      "admissions 180 @2025-01-01..2030-12-31 target")
  }

  @Test("a plan and its result in one sentence")
  func planAndResult() {
    expect(
      "Chỉ tiêu kết nạp năm 2025 là 30 đảng viên; kết quả đã kết nạp 31 đảng viên.",
      """
      admissions 30 target
      admissions 31
      """, in: .province)
  }
}

@Suite("Averages and what a number is per")
struct AverageTests {
  @Test("bình quân mỗi năm")
  func perYear() {
    expect(
      "Giai đoạn 2021 - 2025 kết nạp 140 đảng viên, bình quân mỗi năm kết nạp 28 đảng viên.",
      """
      admissions 140 @2021-01-01..2025-12-31
      admissions 28 @2021-01-01..2025-12-31 average per=year
      """)
  }

  @Test("mỗi năm alone is no average")
  func eachYear() {
    expect(
      "Phấn đấu mỗi năm kết nạp 30 đảng viên.",
      "admissions 30 @2026-04-01..2026-12-31 target per=year")
  }

  @Test("a mean age")
  func age() { expect("Tuổi đời bình quân của đảng viên là 45,2 tuổi.", "age_mean 45.2") }

  @Test("học viên/lớp")
  func perClass() {
    expect(
      "Mở 04 lớp bồi dưỡng nhận thức về Đảng cho 240 học viên, bình quân 60 học viên/lớp.",
      """
      training_classes 4 course=awareness
      training_participants 240 course=awareness
      training_participants 60 course=awareness average per=class
      """)
  }

  @Test("members per cell")
  func perCell() {
    expect(
      "Bình quân mỗi chi bộ có 28,5 đảng viên.", "members 28.5 average per=organization")
  }
}
