package vn.sothon.androidbuild;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Dex does not say of a call whether its owner is an interface, a class file must. Tells the calls of turned-back classes
 * apart again.
 */
final class InterfaceCalls {
    private final Set<String> interfaces = new HashSet<>();

    /** Takes note of what a class is; all must be known before the first is mended. */
    void know(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
            interfaces.add(reader.getClassName());
        }
    }

    byte[] mended(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Mending(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private final class Mending extends MethodVisitor {
        Mending(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean undecided = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
            super.visitMethodInsn(opcode, owner, name, descriptor, undecided ? isInterface(owner) : isInterface);
        }
    }

    private boolean isInterface(String name) {
        if (!name.startsWith("java/")) {
            return interfaces.contains(name);
        }
        try {
            return Class.forName(name.replace('/', '.'), false, null).isInterface();
        } catch (ClassNotFoundException e) {
            return false; // Android has it, this JDK does not
        }
    }
}
