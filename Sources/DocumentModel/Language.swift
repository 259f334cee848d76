/// The language that people are spoken to in.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case vi, en

  /// Vietnamese, unless a locale variable says English.
  ///
  /// - Parameters:
  ///   - chosen: what the user asked for by name; anything but `vi` and `en` is not a choice.
  ///   - environment: `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at, the first that is set.
  package init(chosen: String?, environment: [String: String]) {
    if let chosen, let language = Language(rawValue: chosen) {
      self = language
      return
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.lowercased().hasPrefix("en") == true ? .en : .vi
  }
}

extension Message {
  package func text(in language: Language) -> String {
    language == .vi ? vi : en
  }
}
