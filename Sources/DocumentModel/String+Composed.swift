import Foundation

extension String {
  /// The same text with letters and their signs composed (NFC); itself where no sign stands alone.
  package var composed: String {
    unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
      ? precomposedStringWithCanonicalMapping : self
  }
}
