package import DocumentModel

/// The values that several records share.
extension JSONBytes {
  /// Writes an entity; in a cell that was added up, with a mark that says so.
  package mutating func value(_ entity: Entity, isDerived: Bool = false) {
    object { json in
      json.member("name", entity.name)
      json.member("code", orNull: entity.code)
      if isDerived { json.member("derived", true) }
    }
  }

  /// Writes `{"instant": …}`, `{"start": …, "end": …}`, or null.
  package mutating func value(_ period: Period?) {
    switch period {
    case nil: null()
    case .instant(let day):
      object { json in
        json.member("instant", day.description)
      }
    case .duration(let start, let end):
      object { json in
        json.member("start", start.description)
        json.member("end", end.description)
      }
    }
  }

  package mutating func value(_ span: SourceSpan) {
    object { json in
      json.member("page", ifAny: span.page)
      json.member("line", span.line)
      json.member("start", span.start)
      json.member("end", span.end)
      json.member("text", span.text)
      if let box = span.box {
        json.array("box") { json in
          for edge in [box.left, box.top, box.right, box.bottom] {
            json.number(ExactDecimal(Int64((edge * 100).rounded()), scale: 2))
          }
        }
      }
      json.member("via", ifAny: span.via)
      if let raw = span.raw {
        json.object("raw") { json in
          json.member("start", raw.lowerBound)
          json.member("end", raw.upperBound)
        }
      }
    }
  }

  package mutating func value(_ message: Message) {
    object { json in
      json.member("vi", message.vi)
      json.member("en", message.en)
    }
  }

  mutating func value(_ whole: Whole) {
    object { json in
      json.member("concept", ifAny: whole.concept)
      if !whole.dimensions.isEmpty {
        json.member("dimensions", whole.dimensions)
      }
      if whole.nature != .actual {
        json.member("nature", whole.nature.rawValue)
      }
      if let period = whole.period {
        json.member("period") { $0.value(period) }
      }
      json.member("noun", ifAny: whole.noun)
    }
  }

  /// Writes `{"period": …}`, as `base` is printed.
  mutating func base(_ period: Period) {
    object { json in
      json.member("period") { $0.value(period) }
    }
  }

  /// Writes ten-thousandths as a number from 0 to 1.
  mutating func share(tenThousandths: Int) {
    number(ExactDecimal(Int64(tenThousandths), scale: 4))
  }
}
