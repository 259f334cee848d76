import Testing

@Suite("Inspection, supervision and discipline")
struct InspectionTests {
  @Test("a conductor, an activity, and the organisations and members under them")
  func conductor() {
    expect(
      "Ủy ban Kiểm tra Đảng ủy tiến hành 03 cuộc kiểm tra đối với 05 chi bộ và 12 đảng viên.",
      """
      inspections 3 activity=inspection conductor=inspection_committee
      inspected_organizations 5 activity=inspection conductor=inspection_committee
      inspected_members 12 activity=inspection conductor=inspection_committee
      """)
  }

  @Test("the standing committee supervises")
  func supervision() {
    expect(
      "Ban Thường vụ Đảng ủy giám sát 02 tổ chức đảng.",
      "inspected_organizations 2 activity=supervision conductor=standing_committee")
  }

  @Test("counted together")
  func together() {
    expect(
      "Đã tiến hành 08 cuộc kiểm tra, giám sát đối với 11 tổ chức đảng.",
      """
      inspections 8 activity=inspection_and_supervision
      inspected_organizations 11 activity=inspection_and_supervision
      """)
  }

  @Test("signs of violation")
  func signs() {
    expect(
      "UBKT các cấp kiểm tra khi có dấu hiệu vi phạm đối với 04 đảng viên.",
      "inspected_members 4 activity=violation_signs conductor=inspection_committee")
  }

  @Test("several kinds of body give no conductor")
  func several() {
    expect(
      "Cấp ủy các cấp và chi bộ kiểm tra 15 đảng viên.",
      "inspected_members 15 activity=inspection")
  }

  @Test("the next sentence belongs to the inspection, the one after doesn't")
  func carriedOver() {
    expect(
      "Ủy ban Kiểm tra Đảng ủy kiểm tra 06 đảng viên. Kết luận 02 đảng viên vi phạm. Trong quý đã thi hành kỷ luật 01 đảng viên.",
      """
      inspected_members 6 activity=inspection conductor=inspection_committee
      violating_members 2 activity=inspection conductor=inspection_committee
      disciplined_members 1
      """)
  }

  @Test("forms of discipline")
  func forms() {
    expect(
      "Thi hành kỷ luật 04 đảng viên (khiển trách 02, cảnh cáo 01, khai trừ 01).",
      """
      disciplined_members 4
      disciplined_members 2 form=reprimand
      disciplined_members 1 form=warning
      disciplined_members 1 form=expulsion
      """)
  }

  @Test("denunciations and complaints")
  func letters() {
    expect(
      "Tiếp nhận 03 đơn tố cáo, 01 đơn khiếu nại kỷ luật đảng.",
      """
      denunciations 3
      complaints 1
      """)
  }
}

@Suite("Yearly ratings")
struct RatingTests {
  @Test("four grades, of members")
  func grades() {
    expect(
      """
      Kết quả đánh giá, xếp loại đảng viên năm 2025:
      - Hoàn thành xuất sắc nhiệm vụ: 80 đồng chí.
      - Hoàn thành tốt nhiệm vụ: 600 đồng chí.
      - Hoàn thành nhiệm vụ: 90 đồng chí.
      - Không hoàn thành nhiệm vụ: 03 đồng chí.
      """,
      """
      rated_members 80 grade=excellent @2025
      rated_members 600 grade=good @2025
      rated_members 90 grade=satisfactory @2025
      rated_members 3 grade=failed @2025
      """)
  }

  @Test("good and above")
  func goodAndAbove() {
    expect(
      "Năm 2025, có 90% chi bộ hoàn thành tốt nhiệm vụ trở lên.",
      "rated_organizations 90 percent grade=good+ @2025")
  }

  @Test("the level is named, so the type stands")
  func orgType() {
    expect(
      "Năm 2025, có 50 tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ.",
      "rated_organizations 50 grade=excellent org_type=grassroots", in: .province)
  }

  @Test("in a share of a grade the whole is the rated")
  func overRated() {
    expect(
      "Năm 2025, có 367/388 đảng viên hoàn thành tốt nhiệm vụ.",
      """
      rated_members 367 grade=good @2025
      rated_members 388 @2025
      """)
  }

  @Test("exempt and not yet rated")
  func exempt() {
    expect(
      "Năm 2025 có 96 đảng viên được miễn đánh giá, xếp loại; 04 đảng viên chưa được đánh giá, xếp loại.",
      """
      rated_members 96 rated=exempt @2025
      rated_members 4 rated=not_yet @2025
      """)
  }
}
