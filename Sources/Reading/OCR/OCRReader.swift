import DocumentModel

/// Reads pictures of pages by `tesseract` with its Vietnamese model.
///
/// Each page is divided into lines in two ways. The text is that of the first; a numeral that the
/// second reads differently is a doubt, none of the two is chosen.
struct OCRReader: Sendable {
  let limits: ReadingLimits
  /// Pages worked on at once.
  let jobs: Int

  /// Dots an inch: what the model was trained for.
  private static let resolution = 300
  /// tesseract's page segmentation modes: one column of lines of any height, and words wherever
  /// they stand.
  private static let modes = ["4", "11"]

  /// Reads a PDF of scanned pages.
  func read(pdf bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    try read { folder, child throws(ChildFailure) in
      let file = try folder.write(bytes, to: "report.pdf")
      _ = try child.run(
        "pdftoppm",
        [
          "-r", String(OCRReader.resolution), "-gray", "-png", "-l",
          String(limits.maximumPages), file, folder.file("page"),
        ], in: folder)
    }
  }

  /// Reads one picture.
  func read(image bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    try read { folder, _ throws(ChildFailure) in
      try folder.write(bytes, to: "page-1.png")
    }
  }

  private func read(
    _ draw: (ScratchFolder, ChildProcess) throws(ChildFailure) -> Void
  ) throws(ReadingProblem) -> ReadText {
    let readings: [[RecognisedPage]]
    do throws(ChildFailure) {
      let folder = try ScratchFolder()
      let child = ChildProcess(limits: limits.child)
      let models = try child.run("tesseract", ["--list-langs"], in: folder)
      guard
        String(decoding: models, as: UTF8.self).split(whereSeparator: \.isNewline).contains("vie")
      else { throw .notInstalled(program: "tesseract-ocr-vie") }
      try draw(folder, child)
      readings = try recognise(folder)
    } catch {
      throw .child(error)
    }
    guard let pages = readings.first, pages.contains(where: { !$0.page.words.isEmpty }) else {
      throw .nothingRecognised
    }
    let merged = zip(pages, readings[1]).map(WordChooser.merged)
    var text = PDFText.text(of: merged.map(\.page))
    text.via = "ocr"
    text.structure.doubts = DoubtFinder.doubts(readings[0], readings[1], in: text.structure.boxes)
    return text
  }

  /// The pages as each mode reads them.
  private func recognise(
    _ folder: ScratchFolder
  ) throws(ChildFailure) -> [[RecognisedPage]] {
    let pictures = folder.names.filter { $0.hasSuffix(".png") }.sorted()
    var readings: [[RecognisedPage]] = []
    for mode in OCRReader.modes {
      var limits = limits.child
      limits.seconds = min(limits.seconds * max(1, pictures.count), 86_400)
      try folder.write(Array(pictures.map { $0 + "\n" }.joined().utf8), to: "pages")
      // One process runs the others, so that all of them stand under the limits together.
      _ = try ChildProcess(limits: limits).run(
        "xargs",
        [
          "-a", "pages", "-P", String(jobs), "-I", "{}", "env", "OMP_THREAD_LIMIT=1", "tesseract",
          "{}", "{}." + mode, "-l", "vie", "--psm", mode, "tsv",
        ], in: folder)
      readings.append(
        pictures.enumerated().map { index, picture in
          RecognisedPage(
            tsv: folder.bytes(of: picture + "." + mode + ".tsv"), number: index + 1,
            resolution: Double(OCRReader.resolution))
        })
    }
    return readings
  }
}
