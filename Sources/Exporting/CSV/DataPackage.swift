/// `datapackage.json`: says of every CSV table what its columns hold, in the words of Frictionless.
///
/// https://specs.frictionlessdata.io/tabular-data-package/
package struct DataPackage: Sendable {
  private struct Resource {
    let name: String
    let columns: [String]
    let key: [String]
    let title: String
  }

  private static let resources = [
    Resource(
      name: "facts", columns: CSVBytes.factColumns, key: ["id"],
      title: "Số liệu: mỗi dòng một con số với nghĩa và chỗ đứng của nó"),
    Resource(
      name: "flags", columns: CSVBytes.flagColumns, key: ["id"],
      title: "Cờ: các chỗ mâu thuẫn"),
    Resource(
      name: "consolidated", columns: CSVBytes.cellColumns, key: [],
      title: "Tổng hợp: mỗi dòng một chỉ tiêu của một đơn vị trong một kỳ"),
    Resource(
      name: "submissions", columns: CSVBytes.submissionColumns, key: ["id"],
      title: "Báo cáo đã nạp và kết quả"),
    Resource(
      name: "missing", columns: CSVBytes.missingColumns, key: [],
      title: "Đơn vị chưa báo cáo"),
  ]

  private static let types: [String: String] = [
    "value": "number", "upper": "number", "observed": "number", "expected": "number",
    "difference": "number", "confidence": "number", "coverage": "number", "decimals": "integer",
    "source_page": "integer", "source_line": "integer", "source_start": "integer",
    "source_end": "integer", "numerals": "integer",
    "reported": "integer", "derived": "boolean", "period_instant": "date", "period_start": "date",
    "period_end": "date", "date": "date",
  ]

  /// In a list of submissions these are counts, elsewhere lists of ids.
  private static let counts: Set<String> = ["facts", "flags"]

  package init() {}

  /// The file's bytes.
  package var bytes: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.member("profile", "tabular-data-package")
      json.member("name", "tonghop")
      json.member("title", "Số liệu tổng hợp từ báo cáo của các đơn vị")
      json.array("resources") { json in
        for resource in DataPackage.resources { DataPackage.write(resource, &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ resource: Resource, _ json: inout JSONBytes) {
    json.object { json in
      json.member("profile", "tabular-data-resource")
      json.member("name", resource.name)
      json.member("title", resource.title)
      json.member("path", resource.name + ".csv")
      json.member("format", "csv")
      json.member("mediatype", "text/csv")
      json.member("encoding", "utf-8")
      json.object("dialect") { json in
        json.member("lineTerminator", "\r\n")
      }
      json.object("schema") { json in
        json.array("fields") { json in
          for column in resource.columns {
            let isCount = resource.name == "submissions" && counts.contains(column)
            json.strings(["name": column, "type": isCount ? "integer" : types[column] ?? "string"])
          }
        }
        if !resource.key.isEmpty {
          json.member("primaryKey", resource.key)
        }
      }
    }
  }
}
