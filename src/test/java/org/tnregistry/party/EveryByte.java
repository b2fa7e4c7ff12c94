package org.tnregistry.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** All that the database keeps, as somebody sees it who has stolen it. */
final class EveryByte {
  private static final Config CONFIG = ConfigProvider.getConfig();

  private EveryByte() {}

  static boolean canBeRead() {
    return CONFIG.getOptionalValue("tnr.test.superuser.username", String.class).isPresent();
  }

  /** Where one of the texts stands in a table: every column of every row, bytes as text too. */
  static List<String> inTables(List<String> texts) throws SQLException {
    var found = new TreeSet<String>();
    try (var connection = superuser()) {
      for (var table : tables(connection)) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT * FROM " + table)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              var value = rows.getObject(i);
              var text =
                  value instanceof byte[] bytes ? new String(bytes, UTF_8) : rows.getString(i);
              if (text != null && texts.stream().anyMatch(text::contains)) {
                found.add(table + "." + rows.getMetaData().getColumnName(i));
              }
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                    + " AND relnamespace = 'public'::regnamespace")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** The files below the cluster's folder, the write-ahead log included, that hold one of them. */
  static List<String> inFiles(List<String> texts) throws SQLException, IOException {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
    var cluster = Path.of(CONFIG.getValue("tnr.test.cluster-folder", String.class));
    var wanted = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    try (var files = Files.walk(cluster)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> holds(file, wanted))
          .map(file -> cluster.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static boolean holds(Path file, List<byte[]> wanted) {
    try {
      var content = Files.readAllBytes(file);
      return wanted.stream().anyMatch(text -> indexOf(content, text) >= 0);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int indexOf(byte[] content, byte[] text) {
    for (int i = 0; i <= content.length - text.length; i++) {
      int j = 0;
      while (j < text.length && content[i + j] == text[j]) {
        j++;
      }
      if (j == text.length) {
        return i;
      }
    }
    return -1;
  }

  static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        CONFIG.getValue("quarkus.datasource.jdbc.url", String.class),
        CONFIG.getValue("tnr.test.superuser.username", String.class),
        CONFIG.getValue("tnr.test.superuser.password", String.class));
  }
}
