package org.tnregistry.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Says in every transaction who is asking, before its first statement: row-level security decides
 * by it. A transaction of nobody is told nothing and fails in the database at the first protected
 * row. Thread-safe.
 */
@ApplicationScoped
public class ViewerContext {
  static final String IDENTITY_ATTRIBUTE = "tnr.viewer";
  private static final String SYSTEM = "system:";
  private static final ThreadLocal<@Nullable Acting> ACTING = new ThreadLocal<>();

  private record Acting(String setting, Optional<Viewer> viewer) {}

  private final DataSource database;
  private final CurrentIdentityAssociation identities;
  private final TransactionManager transactions;

  ViewerContext(
      DataSource database, CurrentIdentityAssociation identities, TransactionManager transactions) {
    this.database = database;
    this.identities = identities;
    this.transactions = transactions;
  }

  /**
   * @throws IllegalStateException when nobody is asking: the operation lacks a permission
   *     annotation
   */
  public Viewer viewer() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is asking"));
  }

  private Optional<Viewer> find() {
    var acting = ACTING.get();
    if (acting != null) {
      return acting.viewer();
    }
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    SecurityIdentity identity = identities.getIdentity();
    return Optional.ofNullable(identity.getAttribute(IDENTITY_ATTRIBUTE));
  }

  /** Runs work outside a request on behalf of a viewer. To be called outside any transaction. */
  public <T> T as(Viewer viewer, Supplier<T> work) {
    return acting(new Acting(viewer.agency().toString(), Optional.of(viewer)), work);
  }

  /**
   * Runs a task of the registry itself. Policies name the few tasks that may see rows of others,
   * and which rows. To be called outside any transaction.
   */
  public <T> T asSystem(String task, Supplier<T> work) {
    return acting(new Acting(SYSTEM + task, Optional.empty()), work);
  }

  private static <T> T acting(Acting acting, Supplier<T> work) {
    var before = ACTING.get();
    ACTING.set(acting);
    try {
      return work.get();
    } finally {
      if (before == null) {
        ACTING.remove();
      } else {
        ACTING.set(before);
      }
    }
  }

  void transactionBegins(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    var acting = ACTING.get();
    var setting =
        acting != null ? Optional.of(acting.setting()) : find().map(v -> v.agency().toString());
    if (setting.isEmpty()) {
      return;
    }
    // The same connection as the transaction's statements: Agroal binds one to the transaction.
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("SELECT viewer_enters(?)")) {
      statement.setString(1, setting.get());
      statement.execute();
    } catch (SQLException e) {
      var failure = new IllegalStateException("the viewer could not be told to the database", e);
      end(failure);
      throw failure;
    }
  }

  /**
   * Whoever began the transaction never learns that it exists: left open, it would stay with this
   * thread and spoil every later request that the thread serves.
   */
  private void end(IllegalStateException failure) {
    try {
      transactions.rollback();
    } catch (SystemException e) {
      failure.addSuppressed(e);
    }
  }
}
