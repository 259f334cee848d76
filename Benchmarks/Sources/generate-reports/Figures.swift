/// The figures of one commune in one quarter; they agree with each other.
struct Figures {
  let members: Int
  let female: Int
  let minority: Int
  let probationary: Int
  let admitted: Int
  let admittedFemale: Int
  let confirmed: Int
  let movedIn: Int
  let movedOut: Int
  let died: Int
  let struckOff: Int
  let cells: Int
  let villageCells: Int
  let candidates: Int
  let inspected: Int
  let disciplined: Int
  let reprimanded: Int

  init(_ numbers: inout SeededNumbers) {
    members = numbers.within(310...1950)
    female = members * numbers.within(28...46) / 100
    minority = members * numbers.within(2...70) / 100
    probationary = numbers.within(8...44)
    admitted = numbers.within(6...32)
    admittedFemale = admitted * numbers.within(30...65) / 100
    confirmed = numbers.within(4...26)
    movedIn = numbers.within(1...19)
    movedOut = numbers.within(1...19)
    died = numbers.within(0...6)
    struckOff = numbers.within(0...3)
    cells = numbers.within(18...48)
    villageCells = cells - numbers.within(6...14)
    candidates = numbers.within(20...90)
    inspected = numbers.within(3...24)
    disciplined = numbers.within(2...6)
    reprimanded = disciplined - 1
  }

  /// Members at the beginning of the period.
  var opening: Int { members - admitted - movedIn + movedOut + died + struckOff }

  /// A share with one decimal, as clerks write it: 44,1.
  static func share(_ part: Int, of whole: Int) -> String {
    let thousandths = (part * 2000 + whole) / (2 * whole)
    return "\(thousandths / 10),\(thousandths % 10)"
  }

  /// 1.205, 08.
  static func written(_ value: Int) -> String {
    if value < 10 { return "0\(value)" }
    guard value >= 1000 else { return "\(value)" }
    let rest = String(value % 1000)
    return "\(value / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
