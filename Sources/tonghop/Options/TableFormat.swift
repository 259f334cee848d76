import ArgumentParser

/// How a run is reported.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case table, ndjson }
