package import DocumentModel
import Storing

/// Why a dataset, or a folder for its exports, could not be used.
package struct DatasetFailure: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case busy, unusable, cannotCreate, cannotWrite }

  package let kind: Kind
  package let message: Message

  package init(kind: Kind, message: Message) {
    self.kind = kind
    self.message = message
  }

  init(_ error: DatasetError) {
    switch error {
    case .busy: kind = .busy
    case .missing, .foreign, .newer: kind = .unusable
    case .cannotOpen, .onNetworkShare: kind = .cannotCreate
    case .failed, .rejected: kind = .cannotWrite
    }
    message = error.message
  }
}
