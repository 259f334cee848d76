import DocumentModel

/// Reads Word 97–2003 and RTF by another program: `soffice` where it is installed, else `antiword`.
///
/// What they make of the file is read like any other file; the text says by whom it was converted.
struct OfficeConverter: Sendable {
  let limits: ReadingLimits

  /// Reads a file of the format `ole` or `rtf`.
  func read(_ bytes: [UInt8], as format: FileFormat) throws(ReadingProblem) -> ReadText {
    if format == .ole, let problem = OLEFile(bytes).problem { throw problem }
    let name = format == .rtf ? "report.rtf" : "report.doc"
    let result: [UInt8]
    do throws(ChildFailure) {
      result = try converted(bytes, name: name)
    } catch {
      if case .tooSlow = error { throw .child(error) }
      // Not installed, or installed without its word processor.
      if format == .ole, let text = try? extracted(bytes) { return text }
      if case .notInstalled = error { throw .noConverter }
      throw .child(error)
    }
    var text = try PackageReader(limits: limits).read(result)
    text.via = "soffice"
    return text
  }

  /// An office program needs more room than poppler.
  private var child: ChildProcess {
    var limits = limits.child
    limits.memory = max(limits.memory, 4 << 30)
    return ChildProcess(limits: limits)
  }

  private func converted(_ bytes: [UInt8], name: String) throws(ChildFailure) -> [UInt8] {
    let folder = try ScratchFolder()
    let file = try folder.write(bytes, to: name)
    _ = try child.run(
      "soffice",
      [
        "-env:UserInstallation=file://" + folder.path + "/profile", "--headless", "--norestore",
        "--convert-to", "odt", "--outdir", folder.path, file,
      ], in: folder)
    let result = folder.bytes(of: "report.odt")
    guard !result.isEmpty else { throw .failed(program: "soffice", code: 0, saying: "") }
    return result
  }

  private func extracted(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    do throws(ChildFailure) {
      let folder = try ScratchFolder()
      let file = try folder.write(bytes, to: "report.doc")
      let output = try child.run("antiword", ["-m", "UTF-8.txt", "-w", "0", file], in: folder)
      guard output.contains(where: { $0 > 0x20 }) else {
        throw .failed(program: "antiword", code: 0, saying: "")
      }
      // antiword stops at tables that it doesn't understand, and says nothing of it.
      let signs = String(decoding: output, as: UTF8.self).count { !$0.isWhitespace && $0 != "|" }
      if let length = OLEFile(bytes).textLength, signs * 100 < length * 65 {
        throw .failed(program: "antiword", code: 0, saying: "\(signs)/\(length)")
      }
      var text = OfficeRenderer.render(AntiwordText.parsed(output))
      text.via = "antiword"
      return text
    } catch .notInstalled {
      throw .noConverter
    } catch {
      throw .child(error)
    }
  }
}
