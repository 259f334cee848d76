import DocumentModel
import Testing

@testable import Reading

@Suite("Reading plain text")
struct ReaderTests {
  private let reader = Reader()

  @Test("the content hash is SHA-256 in lower-case hexadecimal")
  func hash() throws {
    let document = try reader.read(file: "a.txt", bytes: Array("abc".utf8))
    #expect(
      document.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the text as read is the file's own bytes, byte-order mark included")
  func byteOrderMark() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("Đảng ủy\r\nxã".utf8)
    let document = try reader.read(file: "a.txt", bytes: bytes)
    #expect(document.bytes == bytes)
    #expect(document.lines.count == 2)
  }

  @Test(
    "what is no UTF-8 text is refused with a reason and a remedy, Vietnamese first",
    arguments: [
      ([], "tệp rỗng"),
      (Array(" \n\t\n".utf8), "chỉ có khoảng trắng"),
      (Array("a\0b".utf8), "nhị phân"),
      (Array("%PDF-1.7\n".utf8), "PDF"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14], "tệp nén bên trong bị hỏng"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Word 97"),
      (Array("<?xml version=\"1.0\"?><a/>".utf8), "<a>"),
      (Array("\n <!DOCTYPE html><p>".utf8), "HTML"),
      (Array("dòng 1\ndòng ".utf8) + [0xC3, 0x28], "dòng 2 không đúng mã UTF-8"),
      ([0xED, 0xA0, 0x80], "UTF-8"),
      ([0x41, 0xE1, 0xBB], "UTF-8"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], reason: String) throws {
    let failure = #expect(throws: InputFailure.self) {
      try reader.read(file: "thư mục/a.txt", bytes: bytes)
    }
    #expect(failure?.file == "thư mục/a.txt")
    #expect(failure?.message.vi.contains(reason) == true)
    #expect(failure?.message.vi.contains("; hãy ") == true)
    #expect(failure?.message.en.isEmpty == false)
  }

  @Test("a file or a line beyond the limit is refused, not worked on")
  func limits() throws {
    let small = Reader(limits: ReadingLimits(maximumBytes: 100, maximumLine: 20))
    let long = Array(String(repeating: "a", count: 60).utf8)
    #expect(throws: InputFailure.self) { try small.read(file: "a", bytes: long) }
    #expect(throws: InputFailure.self) { try small.read(file: "a", bytes: long + long) }
  }
}
