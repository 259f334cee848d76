import Catalogue
import DocumentModel

/// The aspects of a fact in words.
extension Wording {
  func hedge(_ qualifier: Fact.Qualifier) -> String {
    switch qualifier {
    case .exact: return ""
    case .about: return self("khoảng ", "about ")
    case .nearly: return self("gần ", "nearly ")
    case .moreThan: return self("hơn ", "more than ")
    case .atLeast: return self("ít nhất ", "at least ")
    case .lessThan: return self("dưới ", "less than ")
    case .atMost: return self("không quá ", "at most ")
    }
  }

  func nature(_ nature: Fact.Nature) -> String? {
    switch nature {
    case .actual: return nil
    case .target: return self("chỉ tiêu", "target")
    case .forecast: return self("dự báo", "forecast")
    }
  }

  func statistic(_ statistic: Fact.Statistic) -> String? {
    switch statistic {
    case .total: return nil
    case .average: return self("bình quân", "average")
    case .growth: return self("tăng/giảm", "growth")
    case .index: return self("so với", "index")
    }
  }

  func unit(_ unit: String) -> String {
    switch unit {
    case "percent": return "%"
    case "person": return self("người", "persons")
    case "organization": return self("tổ chức", "organisations")
    case "class": return self("lớp", "classes")
    case "case": return self("vụ, cuộc", "cases")
    case "years": return self("tuổi", "years")
    case "ratio": return self("lần", "times")
    default: return unit
    }
  }

  /// `khoảng 1.205 người`, `44,1%`, `3 – 4%`.
  func figure(_ fact: Fact) -> String {
    var text = hedge(fact.qualifier) + number(fact.value, decimals: fact.decimals)
    if let upper = fact.upper { text += " – " + number(upper, decimals: fact.decimals) }
    text += fact.unit == "percent" ? "%" : " " + unit(fact.unit)
    if let per = fact.per { text += "/" + per }
    return text
  }

  /// `đảng viên · nữ · chỉ tiêu`: the concept with all that narrows it.
  func meaning(_ fact: Fact, _ catalogue: Catalogue) -> String {
    var parts = [concept(fact.concept, catalogue)]
    let dimensions = fact.dimensions.sorted { $0.key < $1.key }
    parts += dimensions.map { member($0.value, of: $0.key, catalogue) }
    parts += [nature(fact.nature), statistic(fact.statistic)].compactMap { $0 }
    return parts.joined(separator: " · ")
  }

  func concept(_ code: String, _ catalogue: Catalogue) -> String {
    guard language == .vi, let label = catalogue.concepts[code]?.vi, !label.isEmpty else {
      return code
    }
    return label
  }

  func member(_ code: String, of dimension: String, _ catalogue: Catalogue) -> String {
    let isOpen = code.hasSuffix("+")
    let bare = isOpen ? String(code.dropLast()) : code
    let found = catalogue.dimensions[dimension]?.first { $0.code == bare || $0.code == code }
    guard language == .vi, let label = found?.vi, !label.isEmpty else {
      return "\(dimension)=\(code)"
    }
    return isOpen && found?.code == bare ? label + " trở lên" : label
  }
}
