import Foundation

extension String {
  /// The text in Unicode's form NFD: letters and their marks apart.
  var decomposed: String { decomposedStringWithCanonicalMapping }
}
