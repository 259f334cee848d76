import Foundation
import DocumentModel
import Testing
@Suite("zprobe") struct ZProbe {
  @Test func probe() throws {
    let texts = try String(contentsOfFile: "/tmp/probe.txt", encoding: .utf8).split(separator: "\u{1}")
    for t in texts {
      var body = String(t)
      var report = Report.commune
      while body.hasPrefix("\n") { body.removeFirst() }
      if body.hasPrefix("P:") { report = .province; body.removeFirst(2) }
      let (d, e, s) = report.read(body)
      print("§ " + body)
      for f in e.facts.filter({ $0.source.start >= s }).sorted(by: { $0.source.start < $1.source.start }) { print("§      => \(report.line(f))   «\(f.source.text)» \(f.confidence)") }
      print("§      ledger: " + e.ledger.filter { $0.source.start >= s && $0.kind != .fact }.map(Report.line).joined(separator: "; "))
      expectWholeLedger(d, e, at: #_sourceLocation)
    }
  }
}
