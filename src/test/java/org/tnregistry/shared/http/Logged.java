package org.tnregistry.shared.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged, at whatever level, until it is closed. */
public final class Logged extends Handler implements AutoCloseable {
  private final List<String> texts = new CopyOnWriteArrayList<>();

  public static Logged fromNowOn() {
    var logged = new Logged();
    logged.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(logged);
    return logged;
  }

  public List<String> texts() {
    return texts;
  }

  @Override
  public void publish(LogRecord record) {
    texts.add(new SimpleFormatter().format(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
