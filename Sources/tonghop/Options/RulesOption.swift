import ArgumentParser

/// A department's own rules.
struct RulesOption: ParsableArguments {
  @Option(
    name: .customLong("rules"), parsing: .singleValue,
    help: help(
      "Bảng quy tắc bổ sung; quy tắc trùng mã thay quy tắc có sẵn.",
      "A table of further rules; one with an id that is there already replaces it.",
      valueName: "file"))
  var files: [String] = []
}
