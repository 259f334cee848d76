package import DocumentModel

/// The values that several records share.
extension JSONBytes {
  package mutating func value(_ entity: Entity) {
    object { json in
      json.name("name")
      json.string(entity.name)
      json.name("code")
      json.optional(entity.code)
    }
  }

  /// Writes an entity whose figure was added up.
  mutating func derived(_ entity: Entity) {
    object { json in
      json.name("name")
      json.string(entity.name)
      json.name("code")
      json.optional(entity.code)
      json.name("derived")
      json.bool(true)
    }
  }

  /// Writes `{"instant": …}`, `{"start": …, "end": …}`, or null.
  package mutating func value(_ period: Period?) {
    switch period {
    case nil: null()
    case .instant(let day):
      object { json in
        json.name("instant")
        json.string(day.description)
      }
    case .duration(let start, let end):
      object { json in
        json.name("start")
        json.string(start.description)
        json.name("end")
        json.string(end.description)
      }
    }
  }

  package mutating func value(_ span: SourceSpan) {
    object { json in
      if let page = span.page {
        json.name("page")
        json.number(page)
      }
      json.name("line")
      json.number(span.line)
      json.name("start")
      json.number(span.start)
      json.name("end")
      json.number(span.end)
      json.name("text")
      json.string(span.text)
      if let box = span.box {
        json.name("box")
        json.array { json in
          for edge in [box.left, box.top, box.right, box.bottom] {
            json.number(ExactDecimal(Int64((edge * 100).rounded()), scale: 2))
          }
        }
      }
      if let via = span.via {
        json.name("via")
        json.string(via)
      }
      if let raw = span.raw {
        json.name("raw")
        json.object { json in
          json.name("start")
          json.number(raw.lowerBound)
          json.name("end")
          json.number(raw.upperBound)
        }
      }
    }
  }

  package mutating func value(_ message: Message) {
    object { json in
      json.name("vi")
      json.string(message.vi)
      json.name("en")
      json.string(message.en)
    }
  }

  mutating func value(_ whole: Whole) {
    object { json in
      if let concept = whole.concept {
        json.name("concept")
        json.string(concept)
      }
      if !whole.dimensions.isEmpty {
        json.name("dimensions")
        json.strings(whole.dimensions)
      }
      if whole.nature != .actual {
        json.name("nature")
        json.string(whole.nature.rawValue)
      }
      if let period = whole.period {
        json.name("period")
        json.value(period)
      }
      if let noun = whole.noun {
        json.name("noun")
        json.string(noun)
      }
    }
  }

  /// Writes `{"period": …}`, as `base` is printed.
  mutating func base(_ period: Period) {
    object { json in
      json.name("period")
      json.value(period)
    }
  }

  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes ten-thousandths as a number from 0 to 1.
  mutating func share(tenThousandths: Int) {
    number(ExactDecimal(Int64(tenThousandths), scale: 4))
  }
}
