import ArgumentParser
import DocumentModel

/// From which severity on flags make the exit code 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning

  var severity: Severity { self == .error ? .error : .warning }
}

/// ArgumentParser has a `Flag` of its own.
typealias Severity = DocumentModel.Flag.Severity
