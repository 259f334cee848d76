package import DocumentModel
import Exporting
import Storing

/// Writes a dataset's streams into a folder; equal datasets give equal bytes.
package struct DatasetExport: Sendable {
  package enum Format: String, Sendable, CaseIterable { case csv, ndjson, xlsx }

  private let location: DatasetLocation
  private let catalogue: LoadedCatalogue

  /// Makes an export.
  ///
  /// - Throws: `CatalogueFailure`.
  package init(of location: DatasetLocation, catalogue: String?) throws(CatalogueFailure) {
    self.location = location
    self.catalogue = try LoadedCatalogue(replacing: catalogue)
  }

  /// What the workbook's first sheet shows; nil for the latest period that units reported for.
  package var period: Period?

  /// Writes the files; each appears whole or not at all.
  ///
  /// - Parameters:
  ///   - format: of all files.
  ///   - folder: is made where it does not exist.
  /// - Returns: the paths written.
  /// - Throws: `DatasetFailure`.
  package func run(_ format: Format, to folder: String) throws -> [String] {
    do {
      let dataset = try Dataset(path: location.path, creates: false, wait: location.wait)
      let folder = try OutputFolder(folder)
      return try dataset.read { snapshot in
        let streams = try ExportStreams(snapshot, catalogue: catalogue)
        switch format {
        case .csv: return try CSVFiles(streams, catalogue: catalogue).write(into: folder)
        case .ndjson: return try NDJSONFiles(streams).write(into: folder)
        case .xlsx:
          let builder = try WorkbookBuilder(
            streams, indicators: catalogue.indicators, period: period)
          let writer = WorkbookWriter(try builder.content(), catalogue: catalogue.tables)
          return [try folder.write("tong-hop.xlsx") { try writer.write(to: $0) }]
        }
      }
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }
}
