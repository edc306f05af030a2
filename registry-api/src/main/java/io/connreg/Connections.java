package io.connreg;

import io.connreg.spec.ConnectionSpec;
import java.util.stream.Stream;

/**
 * The operations, on behalf of one caller. Thread-safe.
 *
 * <p>A connection that the caller may not see is not found, whatever the operation. Besides what a method names, each
 * throws {@link StorageException} when the store fails and {@link IllegalStateException} after the registry was closed.
 */
public interface Connections {

    /**
     * The same operations, as parts of a request that the host knows by this id: their events carry it. Cheap; keeps no
     * resource.
     */
    Connections inRequest(String requestId);

    /**
     * Stores a new connection; the caller becomes its creator. Once this returns, the connection is as durable as the
     * store promises.
     *
     * @throws InvalidRequestException with all that is wrong with the request
     * @throws NotPermittedException if the caller may not create in the workspace
     * @throws NameTakenException if another connection of the workspace has the name
     * @throws KeyUnavailableException if there are secrets to seal and no key to seal them with
     */
    ConnectionView create(CreateConnection request);

    /**
     * The connection of this id, without its secrets' values.
     *
     * @throws ConnectionNotFoundException if there is none that the caller may see
     */
    ConnectionView get(String id);

    /**
     * As {@link #getByName(String, String)}, in the caller's default workspace.
     *
     * @throws InvalidRequestException if there is no default workspace
     */
    ConnectionView getByName(String name);

    /**
     * The connection of exactly this name, after Unicode normalization (NFC), without its secrets' values.
     *
     * @throws ConnectionNotFoundException if there is none that the caller may see
     */
    ConnectionView getByName(String workspaceId, String name);

    /**
     * The connection with its secrets in the clear: all of them, or an exception. Close it when done.
     *
     * @throws ConnectionNotFoundException if there is none that the caller may see
     * @throws NotPermittedException if the caller may see but not open it
     * @throws UnreadableConnectionException if it was stored by a newer version, or its stored form is damaged
     * @throws SecretUnreadableException naming the secrets that cannot be read
     * @throws KeyUnavailableException if there are secrets and no key to open them with
     */
    OpenedConnection open(String id);

    /**
     * One page of the connections that the caller may see.
     *
     * @throws InvalidRequestException if the page size or the token is not right
     */
    ConnectionPage list(ListConnections request);

    /**
     * All connections from the request's position on, read page by page as the stream advances; what comes or goes
     * meanwhile may or may not be seen, nothing is seen twice. Holds no resource, needs no closing.
     */
    Stream<ConnectionView> stream(ListConnections request);

    /**
     * Changes a connection as the request says and leaves all else as it was. Without an expected revision it is
     * applied to whatever is stored at that moment.
     *
     * @return the connection as it is now stored
     * @throws InvalidRequestException with all that is wrong with the request
     * @throws ConnectionNotFoundException if there is none that the caller may see
     * @throws NotPermittedException if the caller may see but not change it so
     * @throws RevisionMismatchException if it is not at the expected revision
     * @throws NameTakenException if another connection of the workspace has the new name
     * @throws UnreadableConnectionException if it was stored by a newer version, or its stored form is damaged
     * @throws SecretUnreadableException if secrets must be sealed anew and cannot be read; set or clear them as well
     * @throws KeyUnavailableException if there are secrets to seal and no key to seal them with
     */
    ConnectionView update(UpdateConnection request);

    /**
     * Deletes a connection at whatever revision it is.
     *
     * @throws ConnectionNotFoundException if there is none that the caller may see
     * @throws NotPermittedException if the caller may see but not delete it
     */
    void delete(String id);

    /**
     * Deletes a connection if it is at this revision; otherwise as {@link #delete(String)}.
     *
     * @throws RevisionMismatchException if it is at another
     */
    void delete(String id, long expectedRevision);

    /**
     * Tests whether a stored connection works.
     *
     * @throws ConnectionNotFoundException if there is none that the caller may see
     * @throws NotPermittedException if the caller may see but not test it
     * @throws SecretUnreadableException naming the secrets that cannot be read
     * @throws KeyUnavailableException if there are secrets and no key to open them with
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted; it still is
     */
    ValidationResult validate(String id);

    /**
     * Tests whether a stored connection would work as this update would leave it. Nothing is stored, and no right to
     * change it is needed; but where the update would take the right to open, since it sends kept secrets elsewhere, so
     * does this. Otherwise as {@link #validate(String)}, of the secrets that the update neither sets nor clears.
     *
     * @throws InvalidRequestException with all that is wrong with the update
     * @throws RevisionMismatchException if it is not at the expected revision
     */
    ValidationResult validate(UpdateConnection proposed);

    /** As {@link #validate(String, ConnectionSpec)}, in the caller's default workspace; it must have one. */
    ValidationResult validate(ConnectionSpec spec);

    /**
     * Tests whether a connection would work that is not stored. The secrets stay the caller's to wipe.
     *
     * @param workspaceId where the caller has the right to do this
     * @throws InvalidRequestException with all that is wrong with the request
     * @throws NotPermittedException if the caller may not test connections in the workspace
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted; it still is
     */
    ValidationResult validate(String workspaceId, ConnectionSpec spec);
}
