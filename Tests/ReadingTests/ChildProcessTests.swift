import Testing

@testable import Reading

@Suite("Programs that read a file for us")
struct ChildProcessTests {
  private func output(
    _ line: String, limits: ChildLimits = ChildLimits()
  ) throws(ChildFailure) -> String {
    let bytes = try ChildProcess(limits: limits).run("sh", ["-c", line], in: try ScratchFolder())
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("what it prints is returned, its folder is its home")
  func prints() throws {
    #expect(try output("cd; [ \"$PWD\" = \"$HOME\" ] && printf xong") == "xong")
  }

  @Test("its exit code and last words are told")
  func fails() {
    #expect(throws: ChildFailure.failed(program: "sh", code: 3, saying: "hỏng")) {
      try output("echo một >&2; echo hỏng >&2; exit 3")
    }
  }

  @Test("a program that is not there is named")
  func missing() {
    #expect(throws: ChildFailure.notInstalled(program: "no-such-program")) {
      try ChildProcess(limits: ChildLimits()).run("no-such-program", [], in: try ScratchFolder())
    }
  }

  @Test("it ends at its limit of time, whether it works or waits")
  func time() {
    let limits = ChildLimits(seconds: 1)
    #expect(throws: ChildFailure.tooSlow(program: "sh", seconds: 1)) {
      try output("while :; do :; done", limits: limits)
    }
    #expect(throws: ChildFailure.tooSlow(program: "sh", seconds: 1)) {
      try output("sleep 100", limits: limits)
    }
  }

  @Test("it ends at its limit of output and of memory")
  func size() {
    #expect(throws: ChildFailure.tooMuchOutput(program: "sh", bytes: 4096)) {
      try output("exec head -c 100000 /dev/zero", limits: ChildLimits(output: 4096))
    }
    #expect(throws: ChildFailure.self) {
      try output(
        "exec python3 -c 'print(len(bytearray(1 << 30)))'", limits: ChildLimits(memory: 200 << 20))
    }
  }
}
