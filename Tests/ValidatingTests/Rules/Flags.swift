import Catalogue
import DocumentModel

@testable import Validating

/// The errors and warnings that figures raise; parameter: a line for each, as in `corpus/rules`.
func flags(_ lines: String) throws -> [Flag] {
  var reader = SampleReader(catalogue: try Catalogue())
  for line in lines.split(separator: "\n") { try reader.read(String(line)) }
  return Validator(catalogue: try Catalogue())
    .flags(for: reader.extraction, file: "sample", sha256: "sample")
    .filter { $0.severity != .info }
}
