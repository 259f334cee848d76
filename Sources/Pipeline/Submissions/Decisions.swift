import Consolidating
package import DocumentModel
import Storing

/// What a person decides about a submission.
package struct Decisions: Sendable {
  private let location: DatasetLocation
  private let catalogue: LoadedCatalogue

  /// Opens nothing yet.
  ///
  /// - Throws: `CatalogueFailure`.
  package init(in location: DatasetLocation, catalogue: String?) throws(CatalogueFailure) {
    self.location = location
    self.catalogue = try LoadedCatalogue(replacing: catalogue)
  }

  /// Says whose a report is, for which period, or both.
  ///
  /// - Parameters:
  ///   - name: a submission's id, or its path in the dataset.
  ///   - unit: a code of the list of units, or without a list any code.
  ///   - period: for which it is.
  /// - Returns: the submission as it stands afterwards.
  /// - Throws: `DatasetFailure`, `DecisionFailure`.
  package func assign(_ name: String, unit: String?, period: Period?) throws -> Submission {
    try decide(name) { submission, units in
      if let unit, !units.isEmpty, !units.contains(where: { $0.code == unit }) {
        throw DecisionFailure(
          message: Message(
            vi: "\(unit): không có mã này trong danh sách đơn vị",
            en: "\(unit): the list of units has no such code"))
      }
      return .assign(unit: unit, period: period)
    }
  }

  /// Takes a wrongly filed report out; it stays in the dataset and in its history.
  ///
  /// - Parameters:
  ///   - name: a submission's id, or its path in the dataset.
  ///   - reason: is kept with it.
  /// - Returns: the submission as it stands afterwards.
  /// - Throws: `DatasetFailure`, `DecisionFailure`.
  package func withdraw(_ name: String, reason: String) throws -> Submission {
    try decide(name) { _, _ in .withdraw(reason: reason) }
  }

  private func decide(
    _ name: String, _ action: (Submission, [ReportingUnit]) throws -> Decision.Action
  ) throws -> Submission {
    do {
      let dataset = try Dataset(path: location.path, creates: false, wait: location.wait)
      let (submissions, units) = try dataset.read { snapshot in
        let resolved = try ResolvedDataset(snapshot, catalogue: catalogue)
        return (resolved.submissions, resolved.units)
      }
      let submission = try find(name, among: submissions)
      let report = submission.duplicateOf ?? submission.id
      try dataset.record(
        Decision(report: report, action: try action(submission, units)))
      let after = try dataset.read {
        try ResolvedDataset($0, catalogue: catalogue).submissions
      }
      return after.first { $0.id == report } ?? submission
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  private func find(_ name: String, among submissions: [Submission]) throws -> Submission {
    let path = RelativePath(root: location.root)(name)
    let found = submissions.filter {
      $0.id == name || Array($0.file.utf8) == Array(name.utf8)
        || Array($0.file.utf8) == Array(path.utf8)
    }
    guard let submission = found.first else {
      throw DecisionFailure(
        message: Message(
          vi: "\(name): không có báo cáo này trong tệp dữ liệu; `tonghop status` cho biết tên",
          en: "\(name): the dataset has no such submission; `tonghop status` tells the names"))
    }
    guard found.count == 1 else {
      let ids = found.map(\.id).joined(separator: ", ")
      throw DecisionFailure(
        message: Message(
          vi: "\(name): có nhiều bản (\(ids)); hãy ghi rõ mã",
          en: "\(name): there are several (\(ids)); name its id"))
    }
    guard ![.failed, .refused, .needsOCR].contains(submission.outcome) else {
      throw DecisionFailure(
        message: Message(
          vi: "\(name): tệp này không được nạp, không có gì để quyết định",
          en: "\(name): this file wasn't taken in, there is nothing to decide"))
    }
    return submission
  }
}

/// A decision that can't be made.
package struct DecisionFailure: Error, Sendable {
  package let message: Message
}
