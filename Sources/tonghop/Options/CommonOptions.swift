import ArgumentParser
import DocumentModel

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: help("Ngôn ngữ hiển thị: vi hoặc en.", "Language for people: vi or en."))
  var lang: LanguageChoice?

  @Option(
    help: help(
      "Thư mục chứa các bảng .tsv thay cho bảng có sẵn.",
      "A folder of .tsv tables that replace the compiled-in ones.", valueName: "dir"))
  var catalogue: String?

  var language: Language { Speech.language }
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable { case vi, en }
