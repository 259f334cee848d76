/// Decodes lines of one of the eight-bit encodings.
struct EightBitDecoder: Sendable {
  let encoding: TextEncoding

  /// A byte of the file, or a scalar that was decoded already (0x100 and above), and its offset.
  typealias Unit = (value: UInt32, raw: Int)

  func decode(_ units: some Sequence<Unit>) -> DecodedLine {
    var line = DecodedLine()
    for unit in units {
      guard let byte = UInt8(exactly: unit.value), byte >= 0x80 || isControlLetter(byte) else {
        line.append(unit.value, raw: unit.raw)
        continue
      }
      append(byte, raw: unit.raw, to: &line)
    }
    if encoding == .tcvn3 || encoding == .viscii { restorePunctuation(&line) }
    if encoding == .tcvn3 { CapitalRestorer.restore(&line) }
    return line
  }

  private func isControlLetter(_ byte: UInt8) -> Bool {
    encoding == .viscii && EightBitTables.visciiControls[byte] != nil
  }

  private func append(_ byte: UInt8, raw: Int, to line: inout DecodedLine) {
    if encoding == .vni { return appendVNI(byte, raw: raw, to: &line) }
    if byte < 0x80 {
      line.append(EightBitTables.visciiControls[byte] ?? UInt32(byte), raw: raw)
      return
    }
    let scalar =
      switch encoding {
      case .tcvn3: EightBitTables.tcvn3[Int(byte) - 0x80]
      case .viscii: EightBitTables.viscii[Int(byte) - 0x80]
      default: EightBitTables.windows1258[Int(byte) - 0x80]
      }
    if (0x300...0x323).contains(scalar), line.compose(scalar) { return }
    line.append(scalar == 0 ? 0xFFFD : scalar, raw: raw)
  }

  private func appendVNI(_ byte: UInt8, raw: Int, to line: inout DecodedLine) {
    if byte < 0xA0 {
      let scalar = EightBitTables.windows1252[Int(byte) - 0x80]
      line.append(scalar == 0 ? 0xFFFD : scalar, raw: raw)
    } else if let letter = EightBitTables.vniLetters[byte] {
      line.append(letter, raw: raw)
    } else if let signs = EightBitTables.vniSigns[byte | 0x20] {
      let before = line
      for sign in signs where !line.compose(sign) {
        line = before
        line.append(0xFFFD, raw: raw)
        return
      }
    } else {
      line.append(byte == 0xA0 ? 0xA0 : 0xFFFD, raw: raw)
    }
  }

  /// Western word processors put quotation marks and dashes where these encodings have capitals:
  /// such a byte is a letter only within a syllable.
  private func restorePunctuation(_ line: inout DecodedLine) {
    let table = encoding == .tcvn3 ? EightBitTables.tcvn3 : EightBitTables.viscii
    var signs: [UInt32: UInt32] = [:]
    for byte in [0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97] {
      signs[table[byte - 0x80]] = EightBitTables.windows1252[byte - 0x80]
    }
    for word in line.words {
      guard line.scalars[word].contains(where: { signs[$0] != nil }),
        word.count == 1 || !Syllable.isWellFormed(line.scalars[word])
      else { continue }
      for index in word {
        if let sign = signs[line.scalars[index]] { line.scalars[index] = sign }
      }
    }
  }
}
