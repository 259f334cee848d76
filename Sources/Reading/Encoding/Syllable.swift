/// Tells whether a run of letters is a syllable that Vietnamese can have.
///
/// Of the ways to read bytes as text only the right one gives such syllables throughout.
/// Source: Đoàn Thiện Thuật, *Ngữ âm tiếng Việt*: onsets, rimes, and the tones that a rime ending
/// in a stop can carry.
enum Syllable {
  /// True for precomposed scalars, in either case, that make up a syllable.
  static func isWellFormed(_ letters: some Collection<UInt32>) -> Bool {
    guard letters.count <= 7 else { return false }
    var bare = ""
    var tone = 0
    for scalar in letters {
      guard let letter = VietnameseLetter(scalar), let base = Unicode.Scalar(letter.base) else {
        return false
      }
      if letter.tone != 0 {
        guard tone == 0 else { return false }
        tone = letter.tone
      }
      bare.unicodeScalars.append(base)
    }
    return splits(bare).contains { onset, rime in
      onsets.contains(onset) && rimes.contains(rime) && (!isStopped(rime) || tone == 0 || tone >= 4)
    }
  }

  /// All ways to part an onset of up to three letters from its rime; "gi" lends its i.
  private static func splits(_ bare: String) -> [(String, String)] {
    var result: [(String, String)] = []
    for length in 0...min(3, bare.count) {
      let onset = String(bare.prefix(length))
      let rime = String(bare.dropFirst(length))
      if onset == "q" { continue }
      if onset == "qu" {
        result.append((onset, "u" + rime))
        result.append((onset, rime))
      } else {
        result.append((onset, rime))
      }
      if onset == "gi", rime.isEmpty { result.append((onset, "i")) }
    }
    return result
  }

  private static func isStopped(_ rime: String) -> Bool {
    ["p", "t", "c", "ch"].contains { rime.hasSuffix($0) }
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
    om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt uâc uân uâng uât uây
    uc ue uen ueo uet uê uêch uên uênh uêt uêu ui uit um un ung uôc uôi uôm uôn uông uôt uơ uơi up
    ut uy uya uych uyên uyêt uynh uyn uyt uyu uyp ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt
    ươu ưt ưu y yêm yên yêng yêt yêu ynh ych yt
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
