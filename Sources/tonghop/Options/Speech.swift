import ArgumentParser
import DocumentModel
import Foundation

/// The language of this run: known before the arguments are parsed, because help is worded in it.
enum Speech {
  static var language: Language {
    Language(chosen: chosen, environment: ProcessInfo.processInfo.environment)
  }

  private static var chosen: String? {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return String(argument.dropFirst("--lang=".count)) }
      if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }
}

/// The one of two wordings that this run's user reads.
func said(_ vi: String, _ en: String) -> String {
  Speech.language == .vi ? vi : en
}

/// `said`, for an argument's help.
func help(_ vi: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(said(vi, en), valueName: valueName)
}
