import Testing

@Suite("Parts of a whole")
struct PartTests {
  @Test("parts take over what the whole counts and its dimensions")
  func inherit() {
    expect(
      "Có 45 đảng viên dự bị, trong đó 26 nữ, 12 người dân tộc thiểu số.",
      """
      members 45 status=probationary
      members 26 sex=female status=probationary
      members 12 ethnicity=minority status=probationary
      """)
  }

  @Test("list items under an introduction")
  func list() {
    expect(
      """
      Tổng số đảng viên: 870 đồng chí, trong đó:
      - Chính thức: 841 đồng chí.
      - Dự bị: 29 đồng chí, trong đó:
        + Nữ: 11 đồng chí.
      - Dưới 35 tuổi: 160 đồng chí.
      """,
      """
      members 870
      members 841 status=official
      members 29 status=probationary
      members 11 sex=female status=probationary
      members 160 age=-34
      """)
  }

  @Test("another noun closes the inheritance")
  func closes() {
    expect(
      "Kết nạp 16 đảng viên, trong đó 11 nữ; toàn Đảng bộ có 33 chi bộ trực thuộc.",
      """
      admissions 16
      admissions 11 sex=female
      organizations 33 org_type=commune_cell
      """)
  }

  @Test("one predicate, several figures")
  func shared() {
    expect(
      "Trong quý có 16 đảng viên được kết nạp, 12 đảng viên được công nhận chính thức, 02 đảng viên từ trần.",
      """
      admissions 16
      confirmations 12
      deaths 2
      """)
  }

  @Test("lần lượt shares figures out over a list")
  func respectively() {
    expect(
      "Đảng viên nam, nữ lần lượt là 486 và 384 đồng chí.",
      """
      members 486 sex=male
      members 384 sex=female
      """)
  }

  @Test("ages")
  func ages() {
    expect(
      "Đảng viên theo độ tuổi: từ 18 đến 30 tuổi 120 đồng chí; từ 31 đến 50 tuổi 400 đồng chí; trên 50 tuổi 350 đồng chí.",
      """
      members 120 age=18-30
      members 400 age=31-50
      members 350 age=51+
      """)
  }

  @Test("a level and all above it")
  func upward() {
    expect(
      "Đảng viên có trình độ cao đẳng trở lên 410 đồng chí, trung cấp lý luận chính trị 95 đồng chí.",
      """
      members 410 qualification=college+
      members 95 theory=intermediate
      """)
  }

  @Test("ethnic groups by name, also those that no table lists")
  func ethnicity() {
    expect(
      "Đảng viên dân tộc Tày 210 đồng chí, dân tộc Ê Đê 14 đồng chí.",
      """
      members 210 ethnicity=tay
      members 14 ethnicity=e_de
      """)
  }

  @Test("reasons for which members left")
  func removals() {
    expect(
      "Đưa ra khỏi Đảng 05 đảng viên, gồm: khai trừ 01, xóa tên 03, xin ra khỏi Đảng 01.",
      """
      removals 5
      removals 1 reason=expelled
      removals 3 reason=struck_off
      removals 1 reason=resigned
      """)
  }

  @Test("members in and out")
  func transfers() {
    expect(
      "Chuyển sinh hoạt đảng đến 14 đồng chí, chuyển đi 09 đồng chí; 03 đảng viên từ trần.",
      """
      transfers_in 14
      transfers_out 9
      deaths 3
      """)
  }

  @Test("candidates: a stock of those followed, a flow of those found")
  func candidates() {
    expect(
      "Hiện có 42 quần chúng ưu tú; trong quý phát hiện mới 15 quần chúng ưu tú.",
      """
      candidates 42
      candidates_found 15
      """)
  }

  @Test("badges by years of membership")
  func badges() {
    expect(
      "Trao Huy hiệu Đảng cho 11 đảng viên, trong đó 02 Huy hiệu 60 năm tuổi Đảng, 09 Huy hiệu 40 năm tuổi Đảng.",
      """
      badge_awards 11
      badge_awards 2 years_of_membership=60
      badge_awards 9 years_of_membership=40
      """)
  }
}

@Suite("Whose figure it is")
struct EntityTests {
  @Test("a named sub-unit before a colon")
  func label() {
    expect("- Đảng bộ Quân sự: 36 đảng viên.", "members 36 in Đảng bộ Quân sự")
  }

  @Test("named sub-units in brackets behind their total")
  func brackets() {
    expect(
      "Kết nạp 09 đảng viên (Chi bộ Công an 04 đồng chí, Chi bộ Trạm Y tế 05 đồng chí).",
      """
      admissions 9
      admissions 4 in Chi bộ Công an
      admissions 5 in Chi bộ Trạm Y tế
      """)
  }

  @Test("a sub-unit as subject")
  func subject() {
    expect("Chi bộ thôn 3 có 41 đảng viên.", "members 41 in Chi bộ thôn 3")
  }

  @Test("the reporting unit by its own name")
  func own() { expect("Đảng bộ xã An Hòa có 870 đảng viên.", "members 870") }
}

@Suite("Organisations by type")
struct OrganizationTests {
  @Test("cells of a commune's committee")
  func communeCells() {
    expect("Đảng bộ có 33 chi bộ trực thuộc.", "organizations 33 org_type=commune_cell")
  }

  @Test("grassroots organisations are committees and cells")
  func grassroots() {
    expect(
      "Toàn Đảng bộ có 620 tổ chức cơ sở đảng, gồm 240 đảng bộ cơ sở và 380 chi bộ cơ sở.",
      """
      organizations 620 org_type=grassroots
      organizations 240 org_type=grassroots_committee
      organizations 380 org_type=grassroots_cell
      """, in: .province)
  }

  @Test("cells under another committee are subordinate")
  func subordinate() {
    expect(
      "Toàn Đảng bộ có 2.950 chi bộ trực thuộc đảng ủy cơ sở, 18 đảng bộ bộ phận.",
      """
      organizations 2950 org_type=subordinate_cell
      organizations 18 org_type=section_committee
      """, in: .province)
  }

  @Test("cells by the group they are in")
  func groups() {
    expect(
      """
      Đảng bộ có 33 chi bộ trực thuộc, gồm:
      - 20 chi bộ thôn;
      - 06 chi bộ trường học;
      - 02 chi bộ doanh nghiệp.
      """,
      """
      organizations 33 org_type=commune_cell
      organizations 20 org_type=village_cell
      organizations 6 group=education org_type=commune_cell
      organizations 2 group=enterprise org_type=commune_cell
      """)
  }
}
