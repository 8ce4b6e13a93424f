package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport.TxnReadState;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Transactions: retried after a collision, rolled back on any exception. */
@Tag("transaction")
class TransactionContract extends InFolder {

    @Test
    void collisionIsRetriedAndLeavesNothingOfTheFailedTry() {
        AtomicInteger tries = new AtomicInteger();
        repo.admin(() -> {
            NodeRef node = repo.create(folder, Ct.ITEM, Map.of());
            if (tries.incrementAndGet() < 3) {
                throw new ConcurrencyFailureException("collision");
            }
            return node;
        });
        assertThat(tries).hasValue(3);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).hasSize(1);
    }

    @Test
    void otherExceptionsAreNotRetriedAndRollBack() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> repo.admin(() -> {
                    tries.incrementAndGet();
                    repo.create(folder, Ct.ITEM, Map.of());
                    throw new IllegalStateException("no");
                }))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(tries).hasValue(1);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).isEmpty();
    }

    @Test
    void checkedExceptionsAreWrapped() {
        assertThatThrownBy(() -> repo.admin(() -> {
                    throw new java.io.IOException("checked");
                }))
                .isInstanceOf(AlfrescoRuntimeException.class)
                .hasCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void contentWrittenInARolledBackTransactionIsNotThere() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        assertThatThrownBy(() -> repo.adminDo(() -> {
                    repo.contents
                            .getWriter(node, ContentModel.PROP_CONTENT, true)
                            .putContent("lost");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat((Object) repo.admin(() -> repo.contents.getReader(node, ContentModel.PROP_CONTENT)))
                .isNull();
    }

    @Test
    void publicBeansRunInATransactionOfTheirOwnWhereThereIsNone() {
        NodeRef node = repo.onlyAs("admin", () -> repo.create(folder, Ct.ITEM, Map.of(Ct.TEXT, "alone")));
        assertThat(read(node, Ct.TEXT)).isEqualTo("alone");
    }

    @Test
    void ownWritesAreSeenAtOnce() {
        repo.adminDo(() -> {
            NodeRef node = repo.create(folder, Ct.ITEM, Map.of());
            repo.nodes.setProperty(node, Ct.TEXT, "now");
            assertThat(repo.nodes.getProperty(node, Ct.TEXT)).isEqualTo("now");
            assertThat(repo.nodes.getChildAssocs(folder)).hasSize(1);
        });
    }

    @Test
    void springSynchronizationsHearOfTheEnd() {
        List<String> heard = new ArrayList<>();
        repo.adminDo(() -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                heard.add("before commit");
            }

            @Override
            public void afterCommit() {
                heard.add("after commit");
            }

            @Override
            public void afterCompletion(int status) {
                heard.add("completed " + status);
            }
        }));
        assertThat(heard).containsExactly("before commit", "after commit", "completed 0");
    }

    @Test
    void resourcesAndIdGoWithTheTransaction() {
        String id = repo.admin(() -> {
            AlfrescoTransactionSupport.bindResource("insats.contract", "here");
            assertThat((Object) AlfrescoTransactionSupport.getResource("insats.contract"))
                    .isEqualTo("here");
            assertThat(AlfrescoTransactionSupport.getTransactionReadState()).isEqualTo(TxnReadState.TXN_READ_WRITE);
            return AlfrescoTransactionSupport.getTransactionId();
        });
        assertThat(id).isNotNull();
        assertThat((Object) repo.admin(() -> AlfrescoTransactionSupport.getResource("insats.contract")))
                .isNull();
    }

    @Test
    void transactionOfItsOwnInsideAnotherStandsWhenTheOuterFalls() {
        assertThatThrownBy(() -> repo.adminDo(() -> {
                    repo.admin(() -> repo.create(folder, Ct.ITEM, Map.of()));
                    throw new IllegalStateException("outer falls");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).hasSize(1);
    }

    private void swallow(RuntimeException expected, Repo.Work refused) {
        assertThatThrownBy(refused::run).isInstanceOf(expected.getClass());
    }

    @Test
    void refusalOfAPublicBeanThatIsSwallowedRollsBackSilently() {
        NodeRef none = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, Repo.unique("none-"));
        repo.adminDo(() -> {
            repo.create(folder, Ct.ITEM, Map.of());
            swallow(new InvalidNodeRefException(none), () -> repo.nodes.getProperty(none, Ct.TEXT));
        });
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).isEmpty();
    }

    @Test
    void lackOfRightsThatIsSwallowedRollsBackSilentlyToo() {
        String anna = repo.person("contract.anna");
        NodeRef closed = make(Ct.ITEM, Map.of());
        NodeRef open = make(Ct.ITEM, Map.of());
        repo.adminDo(() -> repo.permissions.setPermission(open, anna, "Editor", true));
        repo.asDo(anna, () -> {
            repo.nodes.setProperty(open, Ct.TEXT, "lost");
            swallow(new AccessDeniedException("x"), () -> repo.nodes.getProperty(closed, Ct.TEXT));
        });
        assertThat(read(open, Ct.TEXT)).isNull();
    }

    @Test
    void refusalOfARawBeanThatIsSwallowedChangesNothing() {
        NodeRef none = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, Repo.unique("none-"));
        repo.adminDo(() -> {
            repo.create(folder, Ct.ITEM, Map.of());
            swallow(new InvalidNodeRefException(none), () -> repo.rawNodes.getProperty(none, Ct.TEXT));
        });
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).hasSize(1);
    }

    @Test
    void askingForRightsRefusesNothing() {
        String anna = repo.person("contract.anna");
        NodeRef closed = make(Ct.ITEM, Map.of());
        NodeRef open = make(Ct.ITEM, Map.of());
        repo.adminDo(() -> repo.permissions.setPermission(open, anna, "Editor", true));
        repo.asDo(anna, () -> {
            repo.nodes.setProperty(open, Ct.TEXT, "kept");
            assertThat(repo.permissions.hasPermission(closed, "Read")).isEqualTo(AccessStatus.DENIED);
            assertThat(repo.nodes.exists(closed)).isTrue();
        });
        assertThat(read(open, Ct.TEXT)).isEqualTo("kept");
    }
}
