import Foundation

// generate-reports FOLDER COUNT     writes COUNT reports; the same ones on every run
// generate-reports FILE --bytes N   writes one report of at least N bytes

let arguments = Array(CommandLine.arguments.dropFirst())
guard let path = arguments.first else {
  FileHandle.standardError.write(
    Data("usage: generate-reports FOLDER COUNT | FILE --bytes N\n".utf8))
  exit(64)
}
if arguments.count == 3, arguments[1] == "--bytes", let wanted = Int(arguments[2]) {
  var sections = 1
  var text = ""
  repeat {
    var report = Report(seed: 1)
    text = report.text(sections: sections)
    sections += 1
  } while text.utf8.count < wanted
  try Data(text.utf8).write(to: URL(filePath: path))
} else if arguments.count == 2, let count = Int(arguments[1]) {
  let folder = URL(filePath: path)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for number in 0..<count {
    var report = Report(seed: UInt64(number))
    let name = String(number)
    let file = String(repeating: "0", count: max(0, 5 - name.count)) + name + ".txt"
    try Data(report.text(sections: 1 + number % 3).utf8).write(to: folder.appending(path: file))
  }
} else {
  FileHandle.standardError.write(
    Data("usage: generate-reports FOLDER COUNT | FILE --bytes N\n".utf8))
  exit(64)
}
