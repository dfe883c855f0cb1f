package vn.sothon.androidbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class InterfaceCallsTest {
    /** Its static method is what callers in dex no longer know to be an interface's. */
    interface Greeting {
        static String hello() {
            return "chào";
        }
    }

    static final class Caller {
        static List<String> call() {
            return List.of(Greeting.hello(), String.valueOf(1));
        }
    }

    @Test
    void calls_whenTheirOwnersWereForgotten_areToldApartAgain() throws Exception {
        InterfaceCalls calls = new InterfaceCalls();
        calls.know(bytes(Greeting.class));
        byte[] forgotten = forgetful(bytes(Caller.class));
        assertThat(owners(forgotten)).isEmpty();
        assertThat(owners(calls.mended(forgotten)))
                .containsExactly(Greeting.class.getName().replace('.', '/'), "java/util/List");
    }

    private static byte[] forgetful(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                return new MethodVisitor(
                                        Opcodes.ASM9, super.visitMethod(access, name, type, signature, exceptions)) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String called, String kind, boolean ignored) {
                                        super.visitMethodInsn(opcode, owner, called, kind, false);
                                    }
                                };
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    private static List<String> owners(byte[] classFile) {
        List<String> owners = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String called, String kind, boolean isInterface) {
                                        if (isInterface) {
                                            owners.add(owner);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return owners;
    }

    private static byte[] bytes(Class<?> type) throws Exception {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
