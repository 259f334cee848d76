import DocumentModel
import Testing

/// The list of phenomena, `corpus/phenomena`, is the specification; each of its sentences is read here.
@Suite("Phenomena")
struct PhenomenaTests {
  @Test("every sentence is read as a reader reads it", arguments: try Phenomenon.all())
  func sentence(phenomenon: Phenomenon) {
    for example in phenomenon.examples {
      if example.statesFacts {
        expect(
          example.body, example.facts.joined(separator: "\n"), in: phenomenon.report,
          at: example.location)
      }
      if let ledger = example.ledger {
        expectLedger(
          example.body, ledger.joined(separator: "\n"), in: phenomenon.report,
          at: example.location)
      }
    }
  }

  @Test("every section has examples, every example says what is found")
  func complete() throws {
    let phenomena = try Phenomenon.all()
    #expect(phenomena.count >= 100)
    for phenomenon in phenomena {
      #expect(!phenomenon.examples.isEmpty, "\(phenomenon.testDescription)")
      for example in phenomenon.examples {
        #expect(
          example.statesFacts || example.ledger != nil, "no expectation",
          sourceLocation: example.location)
      }
    }
  }

  @Test("decomposed letters are read as composed ones")
  func decomposed() {
    expect("Trong quý đã kết nạp 16 đảng viên.".decomposed, "admissions 16")
  }
}
