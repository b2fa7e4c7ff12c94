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

  /** Marks the identity of a request that came without a credential. */
  static final String PUBLIC_ATTRIBUTE = "tnr.public";

  private static final String PUBLIC = "anonymous";
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

  /** Whether somebody is asking who has the permission; never the public. */
  public boolean may(String permission) {
    return find().filter(v -> v.permissions().contains(permission)).isPresent();
  }

  /** Empty for the public, and when the registry itself is at work. */
  public Optional<Viewer> find() {
    var acting = ACTING.get();
    return acting != null ? acting.viewer() : identity().flatMap(ViewerContext::of);
  }

  private Optional<SecurityIdentity> identity() {
    return Arc.container().requestContext().isActive()
        ? Optional.of(identities.getIdentity())
        : Optional.empty();
  }

  /** Whom an identity is; empty for nobody and for the public. */
  public static Optional<Viewer> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(IDENTITY_ATTRIBUTE));
  }

  /** As the database is told it; empty when nobody is asking. */
  private Optional<String> setting() {
    var acting = ACTING.get();
    if (acting != null) {
      return Optional.of(acting.setting());
    }
    return identity()
        .flatMap(
            i ->
                i.getAttribute(PUBLIC_ATTRIBUTE) != null
                    ? Optional.of(PUBLIC)
                    : of(i).map(v -> v.agency().toString()));
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

  /**
   * Runs work as whoever comes without a credential. For operations that look at no token: one that
   * is not valid would otherwise be noticed only when a transaction begins. To be called outside
   * any transaction.
   */
  public <T> T asPublic(Supplier<T> work) {
    return acting(new Acting(PUBLIC, Optional.empty()), work);
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
    var setting = settingOrEnd();
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

  private Optional<String> settingOrEnd() {
    try {
      return setting();
    } catch (RuntimeException e) {
      // Of an operation that looks at no token this is the first look, and the token is not valid.
      end(e);
      throw e;
    }
  }

  /**
   * Whoever began the transaction never learns that it exists: left open, it would stay with this
   * thread and spoil every later request that the thread serves.
   */
  private void end(RuntimeException failure) {
    try {
      transactions.rollback();
    } catch (SystemException e) {
      failure.addSuppressed(e);
    }
  }
}
