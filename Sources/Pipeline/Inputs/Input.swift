package import DocumentModel

/// One file to be read, or one that is known already not to be readable.
package struct Input: Sendable, Hashable {
  /// What its facts name as their file: the path as given, or, in a dataset, relative to its root.
  package var label: String
  package let origin: Origin

  package enum Origin: Sendable, Hashable {
    case file(path: String)
    case standardInput
    /// The path leads nowhere, or to a format that is not read; then `path` leads to its bytes.
    case unusable(reason: Message, path: String?)
  }

  package init(label: String, origin: Origin) {
    self.label = label
    self.origin = origin
  }
}
